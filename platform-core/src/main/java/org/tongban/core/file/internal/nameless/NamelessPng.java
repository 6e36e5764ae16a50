package org.tongban.core.file.internal.nameless;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG with the chunks that its picture needs and no others (ISO/IEC 15948); what follows its end goes too. */
final class NamelessPng {
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "hIST");
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int TYPE = 4;

    private NamelessPng() {}

    /** @throws IOException where it is not one */
    static byte[] of(byte[] bytes) throws IOException {
        var kept = new ByteArrayOutputStream();
        if (bytes.length < SIGNATURE) {
            throw new IOException("no PNG");
        }
        kept.write(bytes, 0, SIGNATURE);
        for (int at = SIGNATURE; at + FRAME <= bytes.length; ) {
            int length = ByteBuffer.wrap(bytes, at, TYPE).getInt();
            if (length < 0 || length > bytes.length - at - FRAME) {
                throw new IOException("a chunk of a PNG that is cut off");
            }
            var type = new String(bytes, at + TYPE, TYPE, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(type)) {
                kept.write(bytes, at, length + FRAME);
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + FRAME;
        }
        throw new IOException("a PNG without an end");
    }
}
