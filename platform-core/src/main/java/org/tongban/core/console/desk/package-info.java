/** The console's pages of review: the queue, a case with what was submitted, and what is done with it (CO-47b). */
@NullMarked
package org.tongban.core.console.desk;

import org.jspecify.annotations.NullMarked;
