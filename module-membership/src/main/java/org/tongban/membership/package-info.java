/** Membership of an association: joining, yearly fees, the member centre. */
@NullMarked
package org.tongban.membership;

import org.jspecify.annotations.NullMarked;
