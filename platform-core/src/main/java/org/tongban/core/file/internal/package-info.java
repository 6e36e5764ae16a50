/** What a file is and whether it is whole, told from its bytes; not for modules. */
@NullMarked
package org.tongban.core.file.internal;

import org.jspecify.annotations.NullMarked;
