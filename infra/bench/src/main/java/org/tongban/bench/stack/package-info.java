/** The processes that are measured: embedded servers, the distribution, the bare application; each ended by its handle. */
@NullMarked
package org.tongban.bench.stack;

import org.jspecify.annotations.NullMarked;
