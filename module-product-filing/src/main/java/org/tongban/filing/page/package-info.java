/** Query parameters of the module's lists. */
@NullMarked
package org.tongban.filing.page;

import org.jspecify.annotations.NullMarked;
