package org.tongban.core.file.internal;

import java.util.Optional;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileType;

/**
 * Follows the bytes of one file on their way into the store and says what is wrong with it (CO-35). It decodes nothing and
 * keeps at most the last 64 KiB, so that no picture or archive can make it grow. For one thread at a time.
 */
public interface Inspection {
    /** Takes the next bytes; what is wrong already is given at once, so that the upload can end early. */
    Optional<FileError> accept(byte[] bytes, int offset, int length);

    /** What is wrong with the file as a whole, asked once when all its bytes have been taken. */
    Optional<FileError> end();

    /** The inspection of a file that the sniffer took for {@code type}. */
    static Inspection of(FileType type) {
        var own = switch (type) {
            case PNG -> new PngWalk();
            case JPEG -> new JpegWalk();
            case BMP -> new BmpWalk();
            case MP4 -> new Mp4Walk();
            case PDF -> new PdfEnding();
            case CSV -> new PlainText();
        };
        return new Both(own, new ArchiveEnding());
    }

    /** Two inspections of the same bytes; the fault of the first is the one told. */
    record Both(Inspection first, Inspection second) implements Inspection {
        @Override
        public Optional<FileError> accept(byte[] bytes, int offset, int length) {
            var fault = first.accept(bytes, offset, length);
            return fault.isPresent() ? fault : second.accept(bytes, offset, length);
        }

        @Override
        public Optional<FileError> end() {
            return first.end().or(second::end);
        }
    }
}
