package org.tongban.core.file.serve;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.tongban.core.file.FileType;
import org.tongban.core.web.Open;

/** Files to try uploads with, for the guides; exists in {@code dev} and {@code test} only. */
@Hidden
@Controller("/api/platform/v1/dev/samples")
@Requires(env = {"dev", "test"})
class DevSampleController {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    /** A picture of a small aircraft. */
    @Open
    @Get("/picture.png")
    HttpResponse<byte[]> samplePicture() {
        return picture("png", FileType.PNG);
    }

    /** The same as a JPEG. */
    @Open
    @Get("/picture.jpg")
    HttpResponse<byte[]> sampleJpeg() {
        return picture("jpg", FileType.JPEG);
    }

    private static HttpResponse<byte[]> picture(String format, FileType type) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xe8f0f7));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x1f5f8b));
        pen.fillRoundRect(330, 260, 140, 80, 20, 20);
        pen.fillRect(210, 290, 380, 14);
        pen.drawOval(130, 258, 160, 40);
        pen.drawOval(510, 258, 160, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.ok(bytes.toByteArray()).header("Content-Type", type.mediaType());
    }

    /** A page that says it proves something. */
    @Open
    @Get("/proof.pdf")
    HttpResponse<byte[]> sampleProof() {
        var content = "BT /F1 24 Tf 72 720 Td (Sample proof) Tj ET";
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new int[6];
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        for (int i = 0; i < objects.length; i++) {
            offsets[i + 1] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 1; i < offsets.length; i++) {
            pdf.append("%010d 00000 n \n".formatted(offsets[i]));
        }
        pdf.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return HttpResponse.ok(pdf.toString().getBytes(StandardCharsets.US_ASCII))
                .header("Content-Type", FileType.PDF.mediaType());
    }
}
