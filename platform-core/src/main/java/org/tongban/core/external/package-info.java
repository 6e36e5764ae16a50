/** Systems outside: each a port with an embedded implementation that works. */
@NullMarked
package org.tongban.core.external;

import org.jspecify.annotations.NullMarked;
