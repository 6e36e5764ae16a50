/** The console of staff (CO-47b): signing in by a browser, its session in cookies, and what all its pages have. */
@NullMarked
package org.tongban.core.console;

import org.jspecify.annotations.NullMarked;
