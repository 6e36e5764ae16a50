package org.tongban.core.file.internal;

import java.util.Optional;
import org.tongban.core.file.FileError;

/** The bound on a picture's size, read from its header: a small file can claim a very large picture (RL-11). */
final class Pixels {
    static final long MOST = 50_000_000;

    private Pixels() {}

    /** What is wrong with a picture of these dimensions, if anything. */
    static Optional<FileError> fault(long width, long height) {
        if (width <= 0 || height <= 0) {
            return Optional.of(FileError.FILE_DAMAGED);
        }
        return width > MOST || height > MOST || width * height > MOST
                ? Optional.of(FileError.PICTURE_TOO_LARGE)
                : Optional.empty();
    }
}
