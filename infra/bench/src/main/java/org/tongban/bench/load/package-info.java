/** Load over plain sockets on loopback, and what was measured of it. */
@NullMarked
package org.tongban.bench.load;

import org.jspecify.annotations.NullMarked;
