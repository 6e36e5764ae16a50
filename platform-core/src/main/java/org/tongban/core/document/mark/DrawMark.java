package org.tongban.core.document.mark;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tongban.core.document.mark.Drawing.Filled;
import org.tongban.core.document.pdf.Lettering;
import org.tongban.core.document.pdf.QrCode;
import org.tongban.core.module.Title;

/**
 * Draws the mark of a document: its words, number and last day on the left, on the right the QR code that leads to the page
 * which says whether it stands. To be called on a thread for work that keeps a processor busy. Thread-safe.
 */
@Singleton
public class DrawMark {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 440;
    private static final int EDGE = 10;
    private static final int ROUND = 28;

    private static final int LEFT = 56;
    private static final int TEXT_WIDTH = 700;
    private static final double WORDS = 98;
    private static final double ENGLISH = 33;
    private static final double LABEL = 26;
    private static final double VALUE = 38;
    /** How far a label is from its value. */
    private static final int INDENT = 250;

    private static final int PANEL = 400;
    /** The code's quiet zone is the panel around it: four modules at least on each side. */
    private static final int CODE = 296;

    private static final int CODE_TOP = 52;
    private static final double HINT = 21;

    private static final Color ACCENT = new Color(0x0b4f9e);
    private static final Color PALE = new Color(0xcfe0f4);
    private static final Color INK = new Color(0x1b1f24);

    private final Lettering lettering;

    DrawMark(Lettering lettering) {
        this.lettering = lettering;
    }

    /**
     * What stands on a mark.
     *
     * @param words what the goods are called by it
     * @param until its last day
     * @param address where the code leads
     */
    public record Mark(Title words, String number, Title until, String address) {}

    /** The mark as PNG, 1200 pixels wide. */
    public byte[] png(Mark mark) {
        return drawn(mark).png();
    }

    /** The mark as SVG, its letters as outlines. */
    public byte[] svg(Mark mark) {
        return drawn(mark).svg();
    }

    private Drawing drawn(Mark mark) {
        var shapes = new ArrayList<Filled>();
        shapes.add(new Filled(new RoundRectangle2D.Double(0, 0, WIDTH, HEIGHT, ROUND, ROUND), ACCENT));
        shapes.add(new Filled(
                new RoundRectangle2D.Double(
                        WIDTH - PANEL - EDGE, EDGE, PANEL, HEIGHT - 2.0 * EDGE, ROUND - EDGE, ROUND - EDGE),
                Color.WHITE));
        addWords(shapes, mark);
        addCode(shapes, mark.address());
        return new Drawing(WIDTH, HEIGHT, mark.words().zh() + " " + mark.number(), shapes);
    }

    private void addWords(List<Filled> shapes, Mark mark) {
        shapes.add(new Filled(fitted(mark.words().zh(), WORDS, 146, true), Color.WHITE));
        shapes.add(new Filled(fitted(mark.words().en(), ENGLISH, 204, false), PALE));
        shapes.add(new Filled(new Rectangle2D.Double(LEFT, 244, TEXT_WIDTH, 2), PALE));
        addRow(shapes, 318, "证书编号 No.", mark.number());
        addRow(shapes, 384, "有效期至 Until", mark.until().zh());
    }

    private void addRow(List<Filled> shapes, double baseline, String label, String value) {
        shapes.add(new Filled(at(lettering.line(label, LABEL), LEFT, baseline), PALE));
        shapes.add(new Filled(at(lettering.line(value, VALUE), LEFT + INDENT, baseline), Color.WHITE));
    }

    /** A line in the given size, or smaller where it would leave the panel. */
    private Shape fitted(String text, double size, double baseline, boolean heavy) {
        var line = heavy ? lettering.heavyLine(text, size) : lettering.line(text, size);
        var scale = Math.min(1, TEXT_WIDTH / line.width());
        var placed = AffineTransform.getTranslateInstance(LEFT, baseline);
        placed.scale(scale, scale);
        return placed.createTransformedShape(line.outline());
    }

    private static Shape at(Lettering.Line line, double x, double baseline) {
        return AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(line.outline());
    }

    private void addCode(List<Filled> shapes, String address) {
        var middle = WIDTH - EDGE - PANEL / 2.0;
        var code = QrCode.outline(address, CODE);
        var size = code.getBounds2D().getWidth();
        var placed = AffineTransform.getTranslateInstance(
                Math.rint(middle - size / 2), CODE_TOP + Math.rint((CODE - size) / 2));
        shapes.add(new Filled(new Path2D.Double(code, placed), INK));
        var hint = lettering.line("扫码核验 Scan to verify", HINT);
        shapes.add(new Filled(at(hint, middle - hint.width() / 2, HEIGHT - 30), INK));
    }
}
