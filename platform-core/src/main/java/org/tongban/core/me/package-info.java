/** My account: what a signed-in account sees of itself and changes about itself. */
@NullMarked
package org.tongban.core.me;

import org.jspecify.annotations.NullMarked;
