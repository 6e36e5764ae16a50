/** The harness of the performance rows: what is asked of it, what is measured, and the page that it writes. */
@NullMarked
package org.tongban.bench;

import org.jspecify.annotations.NullMarked;
