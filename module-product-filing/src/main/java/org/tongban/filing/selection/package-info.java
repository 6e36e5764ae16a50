/** How a round takes its products, measures them by a scorecard, and decides by the result (PF-50). */
@NullMarked
package org.tongban.filing.selection;

import org.jspecify.annotations.NullMarked;
