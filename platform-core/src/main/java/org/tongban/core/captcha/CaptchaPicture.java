package org.tongban.core.captcha;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws digits so that people read them and programs find it hard: turned, sheared, bent and crossed by lines. */
final class CaptchaPicture {
    static final int WIDTH = 240;
    static final int HEIGHT = 80;

    private static final Color PAPER = new Color(0xf4f6f8);
    private static final Color INK = new Color(0x1c3d5a);
    private static final double MARGIN = 16;
    private static final double SCALE = 0.46;
    private static final double MOST_TURN = 0.3;
    private static final double MOST_SHEAR = 0.2;
    private static final double FLATNESS = 0.4;
    private static final int LINES = 4;
    private static final int DOTS = 220;

    private final SplittableRandom random;
    private final double wave;
    private final double height;
    private final double phase;

    private CaptchaPicture(long seed) {
        random = new SplittableRandom(seed);
        wave = between(0.045, 0.07);
        height = between(3, 5);
        phase = between(0, 2 * Math.PI);
    }

    /** A PNG; the same digits and seed give the same bytes. */
    static byte[] draw(String digits, long seed) {
        return new CaptchaPicture(seed).png(digits);
    }

    private byte[] png(String digits) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(INK);
        double step = (WIDTH - 2 * MARGIN) / digits.length();
        for (int i = 0; i < digits.length(); i++) {
            pen.setStroke(round(between(3.2, 4.6)));
            pen.draw(bent(placed(digits.charAt(i), MARGIN + step * (i + 0.5))));
        }
        disturb(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A digit turned and sheared about its middle, which stands near {@code x}. */
    private Shape placed(char digit, double x) {
        var place = AffineTransform.getTranslateInstance(x + between(-3, 3), HEIGHT / 2.0 + between(-7, 7));
        place.rotate(between(-MOST_TURN, MOST_TURN));
        place.shear(between(-MOST_SHEAR, MOST_SHEAR), 0);
        place.scale(SCALE * between(0.9, 1.15), SCALE * between(0.9, 1.15));
        place.translate(-DigitShapes.WIDTH / 2.0, -DigitShapes.HEIGHT / 2.0);
        return place.createTransformedShape(DigitShapes.of(digit));
    }

    /** The shape with each of its points moved along a wave that goes through the whole picture. */
    private Shape bent(Shape shape) {
        var bent = new Path2D.Double();
        var at = new double[6];
        for (var way = shape.getPathIterator(null, FLATNESS); !way.isDone(); way.next()) {
            var kind = way.currentSegment(at);
            double x = at[0] + height * Math.sin(at[1] * wave + phase);
            double y = at[1] + height * Math.cos(at[0] * wave + phase);
            if (kind == PathIterator.SEG_MOVETO) {
                bent.moveTo(x, y);
            } else {
                bent.lineTo(x, y);
            }
        }
        return bent;
    }

    private void disturb(Graphics2D pen) {
        for (int i = 0; i < LINES; i++) {
            pen.setStroke(round(between(1.2, 2.6)));
            pen.draw(new CubicCurve2D.Double(
                    between(0, MARGIN),
                    between(0, HEIGHT),
                    between(0, WIDTH),
                    between(0, HEIGHT),
                    between(0, WIDTH),
                    between(0, HEIGHT),
                    between(WIDTH - MARGIN, WIDTH),
                    between(0, HEIGHT)));
        }
        for (int i = 0; i < DOTS; i++) {
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1, 1);
        }
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private double between(double least, double most) {
        return random.nextDouble(least, most);
    }
}
