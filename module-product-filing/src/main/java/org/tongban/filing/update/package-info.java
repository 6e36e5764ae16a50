/** The yearly updates of filed products (PF-40, PF-81). */
@NullMarked
package org.tongban.filing.update;

import org.jspecify.annotations.NullMarked;
