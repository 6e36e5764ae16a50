/** The rows of the table of what must be reached, one class each, and what they share. */
@NullMarked
package org.tongban.bench.row;

import org.jspecify.annotations.NullMarked;
