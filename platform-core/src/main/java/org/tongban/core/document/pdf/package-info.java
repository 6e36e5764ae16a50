/** How a document becomes a PDF: template, font, QR code, and the text that can be taken out of it again. */
@NullMarked
package org.tongban.core.document.pdf;

import org.jspecify.annotations.NullMarked;
