/** Counts of products, filings, updates and recognitions, for staff and for the public (PF-72). */
@NullMarked
package org.tongban.filing.statistic;

import org.jspecify.annotations.NullMarked;
