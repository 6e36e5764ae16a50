/** Calls addresses outside that others have chosen: signed, bounded, and nowhere but where it was checked. */
@NullMarked
package org.tongban.core.webhook.send;

import org.jspecify.annotations.NullMarked;
