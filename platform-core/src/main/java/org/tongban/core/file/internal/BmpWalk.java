package org.tongban.core.file.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** BMP: a file header that tells the file's length, and a bitmap header with the dimensions. */
final class BmpWalk extends Walk {
    /** The file header, the length of the bitmap header, and its first two numbers. */
    static final int HEAD = 26;

    private static final int FILE_LENGTH = 2;
    private static final int BITMAP_HEADER = 14;
    private static final int DIMENSIONS = 18;
    private static final int CORE_HEADER = 12;

    BmpWalk() {
        super(HEAD);
    }

    @Override
    Step next(byte[] taken) {
        var bytes = ByteBuffer.wrap(taken).order(ByteOrder.LITTLE_ENDIAN);
        var length = Integer.toUnsignedLong(bytes.getInt(FILE_LENGTH));
        if (length <= HEAD) {
            return damaged();
        }
        var old = bytes.getInt(BITMAP_HEADER) == CORE_HEADER;
        long width = old ? bytes.getShort(DIMENSIONS) & 0xffff : bytes.getInt(DIMENSIONS);
        long height = old ? bytes.getShort(DIMENSIONS + 2) & 0xffff : bytes.getInt(DIMENSIONS + 4);
        // A negative height is lawful: rows from top to bottom.
        return Pixels.fault(width, Math.abs(height)).map(Walk::refuse).orElse(new Step.End(length - HEAD));
    }

    @Override
    boolean mayEndHere() {
        return false;
    }
}
