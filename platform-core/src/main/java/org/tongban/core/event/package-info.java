/** Domain events: written in the transaction, delivered in commit order per aggregate. */
@NullMarked
package org.tongban.core.event;

import org.jspecify.annotations.NullMarked;
