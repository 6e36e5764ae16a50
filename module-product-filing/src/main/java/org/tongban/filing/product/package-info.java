/** The filing of a product: draft, submission, review and its outcome. */
@NullMarked
package org.tongban.filing.product;

import org.jspecify.annotations.NullMarked;
