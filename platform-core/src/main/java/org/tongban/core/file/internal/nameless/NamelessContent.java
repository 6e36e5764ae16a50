package org.tongban.core.file.internal.nameless;

import java.io.IOException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** The content of a page without what its marks say beside it, which is read aloud and not seen (ISO 32000, 14.6). */
final class NamelessContent {
    private NamelessContent() {}

    /** @throws IOException where the content is none */
    static void clean(PDDocument document, PDPage page) throws IOException {
        var tokens = new PDFStreamParser(page).parse();
        boolean marked = false;
        for (int i = 1; i < tokens.size(); i++) {
            boolean marks = tokens.get(i) instanceof Operator operator
                    && (operator.getName().equals("BDC") || operator.getName().equals("DP"));
            if (marks && tokens.get(i - 1) instanceof COSDictionary said && said.size() > 0) {
                said.clear();
                marked = true;
            }
        }
        if (!marked) {
            return;
        }
        var cleaned = new PDStream(document);
        try (var out = cleaned.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(cleaned);
    }
}
