/** The files that the documents of records name. */
@NullMarked
package org.tongban.filing.file;

import org.jspecify.annotations.NullMarked;
