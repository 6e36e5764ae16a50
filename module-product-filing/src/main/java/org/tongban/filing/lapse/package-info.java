/** Filed products of which no linked patent is valid any more, until their units answer (PF-35). */
@NullMarked
package org.tongban.filing.lapse;

import org.jspecify.annotations.NullMarked;
