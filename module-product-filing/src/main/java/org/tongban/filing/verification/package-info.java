/** Real-name verification: what units say of themselves, its review, later changes of it, and takeovers of a code. */
@NullMarked
package org.tongban.filing.verification;

import org.jspecify.annotations.NullMarked;
