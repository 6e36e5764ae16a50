package org.tongban.core.document.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
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
            var hints =
                    Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, (Object) ErrorCorrectionLevel.M);
            var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture(code), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
