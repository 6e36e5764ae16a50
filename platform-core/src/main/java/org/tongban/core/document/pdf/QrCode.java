package org.tongban.core.document.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws QR codes. */
public final class QrCode {
    /** Pixels a module, so that no printer has to guess. */
    private static final int SCALE = 8;

    private static final int WHITE = 0xffffff;

    private QrCode() {}

    /** The text as a PNG in a {@code data:} address, without the quiet zone, which the page around it is. */
    public static String dataAddress(String text) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture(encoded(text, ErrorCorrectionLevel.M)), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text as an outline without the quiet zone, from the origin on, its modules of whole units so that they fill whole
     * pixels. A quarter of it may be lost: it is for goods, which are scratched.
     *
     * @param most its width at most; a text of many modules gets one unit each all the same
     */
    public static Path2D outline(String text, int most) {
        var code = encoded(text, ErrorCorrectionLevel.Q);
        var size = Math.max(1, most / code.getWidth());
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int begin = x;
                while (x < code.getWidth() && code.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    // All in one outline: between shapes of their own some printers leave white lines.
                    outline.append(
                            new Rectangle(begin * size, y * size, (x - begin) * size, size).getPathIterator(null),
                            false);
                }
            }
        }
        return outline;
    }

    private static BitMatrix encoded(String text, ErrorCorrectionLevel level) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, (Object) level);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }

    private static BufferedImage picture(BitMatrix code) {
        var picture =
                new BufferedImage(code.getWidth() * SCALE, code.getHeight() * SCALE, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, code.get(x / SCALE, y / SCALE) ? 0 : WHITE);
            }
        }
        return picture;
    }
}
