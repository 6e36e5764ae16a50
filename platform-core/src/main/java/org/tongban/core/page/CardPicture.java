package org.tongban.core.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The picture that stands beside a link to a page (PO-6): the mark of {@code mark.svg}, which is drawn without any font. */
final class CardPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int SIDE = 320;
    private static final double UNITS = 32;
    private static final Color ACCENT = new Color(0x0b4f9e);

    private CardPicture() {}

    /** A PNG, the same each time. */
    static byte[] draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.translate((WIDTH - SIDE) / 2.0, (HEIGHT - SIDE) / 2.0);
        pen.scale(SIDE / UNITS, SIDE / UNITS);
        mark(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void mark(Graphics2D pen) {
        pen.setColor(ACCENT);
        pen.fill(new RoundRectangle2D.Double(0, 0, UNITS, UNITS, 12, 12));
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(8, 10, 24, 10));
        pen.draw(new Line2D.Double(8, 16, 24, 16));
        pen.draw(new Line2D.Double(16, 10, 16, 24));
        pen.fill(new Ellipse2D.Double(7.5, 21, 4, 4));
        pen.fill(new Ellipse2D.Double(20.5, 21, 4, 4));
    }
}
