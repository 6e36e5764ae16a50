/** What belongs to no module, for the tests of what the platform makes of it. */
@NullMarked
package org.tongban.stray;

import org.jspecify.annotations.NullMarked;
