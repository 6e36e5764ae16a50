package org.tongban.core.document.mark;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture of filled shapes, the later over the earlier. Letters are shapes too, so that it looks the same wherever it is
 * opened. What is the same gives the same bytes.
 *
 * @param width in its own units, which are the pixels of the PNG
 * @param title what it is, for those who do not see it
 */
record Drawing(int width, int height, String title, List<Filled> shapes) {
    private static final int DECIMALS = 10;

    Drawing {
        shapes = List.copyOf(shapes);
    }

    /** A shape in one colour. */
    record Filled(Shape shape, Color colour) {}

    byte[] png() {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (var filled : shapes) {
            graphics.setColor(filled.colour());
            graphics.fill(filled.shape());
        }
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** The same, with no script and nothing to be fetched. */
    byte[] svg() {
        var svg = new StringBuilder("""
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
            <title>%3$s</title>
            """.formatted(width, height, escaped(title)));
        for (var filled : shapes) {
            svg.append("<path fill=\"#%06x\"".formatted(filled.colour().getRGB() & 0xffffff));
            var outline = filled.shape().getPathIterator(new AffineTransform());
            if (outline.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
                svg.append(" fill-rule=\"evenodd\"");
            }
            svg.append(" d=\"");
            append(svg, outline);
            svg.append("\"/>\n");
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder svg, PathIterator outline) {
        var points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            switch (outline.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> append(svg.append('M'), points, 2);
                case PathIterator.SEG_LINETO -> append(svg.append('L'), points, 2);
                case PathIterator.SEG_QUADTO -> append(svg.append('Q'), points, 4);
                case PathIterator.SEG_CUBICTO -> append(svg.append('C'), points, 6);
                default -> svg.append('Z');
            }
        }
    }

    private static void append(StringBuilder svg, double[] points, int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                svg.append(' ');
            }
            var rounded = Math.round(points[i] * DECIMALS);
            if (rounded % DECIMALS == 0) {
                svg.append(rounded / DECIMALS);
            } else {
                svg.append(rounded / (double) DECIMALS);
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
