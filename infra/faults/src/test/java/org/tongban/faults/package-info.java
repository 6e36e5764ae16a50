/** Two nodes over one database and one store, and a short run of what the third tier runs at length. */
@NullMarked
package org.tongban.faults;

import org.jspecify.annotations.NullMarked;
