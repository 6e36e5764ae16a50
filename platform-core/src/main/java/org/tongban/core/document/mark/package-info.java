/** Marks: what the holder of a document prints on goods, drawn once for PNG and SVG alike. */
@NullMarked
package org.tongban.core.document.mark;

import org.jspecify.annotations.NullMarked;
