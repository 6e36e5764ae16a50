/** What every source in the tree must keep to, whichever module it belongs to. */
@NullMarked
package org.tongban.checks;

import org.jspecify.annotations.NullMarked;
