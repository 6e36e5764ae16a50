package org.tongban.core.file.internal.nameless;

import java.io.IOException;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileType;
import org.tongban.core.web.DomainException;

/** Files without what tells who made them, where and when. */
public final class Nameless {
    private Nameless() {}

    /**
     * The same picture or pages.
     *
     * @throws DomainException {@link FileError#FILE_DAMAGED} where it cannot be followed: what cannot be read cannot be known
     *     to tell nothing; and for the kinds of file that nobody has taught this
     */
    public static byte[] of(byte[] bytes, FileType type) {
        try {
            return switch (type) {
                case JPEG -> NamelessJpeg.of(bytes);
                case PNG -> NamelessPng.of(bytes);
                case PDF -> NamelessPdf.of(bytes);
                case BMP, MP4, CSV, XML, ZIP, RAR, SEVEN_ZIP, DOC, DOCX, XLS, XLSX ->
                    throw DomainException.of(FileError.FILE_DAMAGED);
            };
        } catch (IOException unreadable) {
            throw DomainException.of(FileError.FILE_DAMAGED);
        }
    }
}
