/** The console's pages of what runs by itself: jobs, and messages that did not arrive (CO-47b). */
@NullMarked
package org.tongban.core.console.work;

import org.jspecify.annotations.NullMarked;
