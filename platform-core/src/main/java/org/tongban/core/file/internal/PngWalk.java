package org.tongban.core.file.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** PNG (ISO/IEC 15948): signature, then chunks of length, type, data and CRC, from IHDR to IEND. */
final class PngWalk extends Walk {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_HEAD = 8;
    private static final int HEADER_LENGTH = 13;
    private static final int CRC = 4;

    private enum Reading {
        SIGNATURE,
        FIRST_CHUNK,
        HEADER,
        CHUNK
    }

    private Reading reading = Reading.SIGNATURE;
    private boolean holdsImage;

    PngWalk() {
        super(SIGNATURE);
    }

    @Override
    Step next(byte[] taken) {
        var bytes = ByteBuffer.wrap(taken);
        return switch (reading) {
            case SIGNATURE -> {
                reading = Reading.FIRST_CHUNK;
                yield take(CHUNK_HEAD);
            }
            case FIRST_CHUNK -> {
                reading = Reading.HEADER;
                yield bytes.getInt() == HEADER_LENGTH && type(taken).equals("IHDR") ? take(HEADER_LENGTH) : damaged();
            }
            case HEADER -> {
                reading = Reading.CHUNK;
                yield Pixels.fault(bytes.getInt(), bytes.getInt())
                        .map(Walk::refuse)
                        .orElse(new Step.Take(CRC, CHUNK_HEAD));
            }
            case CHUNK -> chunk(bytes.getInt(), type(taken));
        };
    }

    private Step chunk(int length, String type) {
        if (length < 0 || type.equals("IHDR")) {
            return damaged();
        }
        if (type.equals("IEND")) {
            return length == 0 && holdsImage ? new Step.End(CRC) : damaged();
        }
        holdsImage |= type.equals("IDAT");
        return new Step.Take((long) length + CRC, CHUNK_HEAD);
    }

    private static String type(byte[] head) {
        return new String(head, 4, 4, StandardCharsets.ISO_8859_1);
    }

    @Override
    boolean mayEndHere() {
        return false;
    }
}
