/** Where a record may stand, and the table of moves by which alone it gets anywhere else. */
@NullMarked
package org.tongban.core.state;

import org.jspecify.annotations.NullMarked;
