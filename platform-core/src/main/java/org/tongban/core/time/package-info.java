/** The two clocks: business time that deadlines follow, and system time that tokens follow. */
@NullMarked
package org.tongban.core.time;

import org.jspecify.annotations.NullMarked;
