/** Reviews: one mechanism for every programme, from claim to decision. */
@NullMarked
package org.tongban.core.review;

import org.jspecify.annotations.NullMarked;
