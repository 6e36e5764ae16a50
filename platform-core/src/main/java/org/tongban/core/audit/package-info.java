/** The audit trail: one record for each change, written in the transaction of the change. */
@NullMarked
package org.tongban.core.audit;

import org.jspecify.annotations.NullMarked;
