/** How many requests a minute are taken from one caller (CO-84). */
@NullMarked
package org.tongban.core.limit;

import org.jspecify.annotations.NullMarked;
