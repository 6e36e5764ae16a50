/** What applicants get in hand for what they handed in (CO-15). */
@NullMarked
package org.tongban.core.review.receipt;

import org.jspecify.annotations.NullMarked;
