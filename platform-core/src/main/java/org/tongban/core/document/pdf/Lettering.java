package org.tongban.core.document.pdf;

import jakarta.inject.Singleton;
import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sets lines of text as outlines in the font of documents, for pictures that need no font. Thread-safe. */
@Singleton
public class Lettering {
    /** The font has one weight; this much of the size is added around letters that are to be heavier. */
    private static final double HEAVIER = 0.022;

    private final PdfFont font;

    Lettering(PdfFont font) {
        this.font = font;
    }

    /**
     * A line of text.
     *
     * @param outline with the origin at the left end of its baseline, downwards growing
     */
    public record Line(Path2D outline, double width) {}

    /** The text, a sign in place of every character that the font lacks. */
    public Line line(String text, double size) {
        try {
            var lent = font.take();
            try {
                var scale = size / lent.getUnitsPerEm();
                var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
                double pen = 0;
                var glyphs = lent.getUnicodeCmapLookup();
                for (int c : font.cover(text).text().codePoints().toArray()) {
                    var id = glyphs.getGlyphId(c);
                    var glyph = lent.getGlyph().getGlyph(id);
                    if (glyph != null) {
                        outline.append(
                                glyph.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, pen, 0)),
                                false);
                    }
                    pen += lent.getAdvanceWidth(id) * scale;
                }
                return new Line(outline, pen);
            } finally {
                font.giveBack(lent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in heavier letters. */
    public Line heavyLine(String text, double size) {
        var plain = line(text, size);
        var around = new BasicStroke((float) (size * HEAVIER), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        var outline = new Path2D.Double(plain.outline());
        outline.append(around.createStrokedShape(plain.outline()), false);
        return new Line(outline, plain.width());
    }
}
