/** Certificates and receipts that modules issue, and how anybody checks whether they stand (CO-60, CO-60b). */
@NullMarked
package org.tongban.core.document;

import org.jspecify.annotations.NullMarked;
