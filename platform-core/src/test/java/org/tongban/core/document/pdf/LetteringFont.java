package org.tongban.core.document.pdf;

/** The lettering of documents, for tests of what is drawn with it. */
public final class LetteringFont {
    private LetteringFont() {}

    /** Lettering that reads the font of the class path. */
    public static Lettering lettering() {
        return new Lettering(new PdfFont());
    }
}
