/** Invented units, products and patents, the same for the same seed, and their way into the platform's own tables. */
@NullMarked
package org.tongban.bench.data;

import org.jspecify.annotations.NullMarked;
