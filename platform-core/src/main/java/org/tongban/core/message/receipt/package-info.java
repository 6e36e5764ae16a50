/** Delivery receipts: providers say what became of the messages that they took. */
@NullMarked
package org.tongban.core.message.receipt;

import org.jspecify.annotations.NullMarked;
