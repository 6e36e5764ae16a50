/** Keeps what modules may use of the platform as it was released. */
@NullMarked
package org.tongban.core.spi;

import org.jspecify.annotations.NullMarked;
