/** Tells portals of events at addresses that they register, signed and again until they take it (CO-51). */
@NullMarked
package org.tongban.core.webhook;

import org.jspecify.annotations.NullMarked;
