/** Pages of the module's lists: cursors that lead on and back. */
@NullMarked
package org.tongban.filing.page;

import org.jspecify.annotations.NullMarked;
