package org.tongban.core.file.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tongban.core.file.FileError;

/** MP4 (ISO/IEC 14496-12): boxes that tile the file, beginning with ftyp, with moov and media data among them. */
final class Mp4Walk extends Walk {
    private static final int BOX_HEAD = 8;
    private static final int LONG_LENGTH = 8;
    private static final Set<String> BOXES = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "udta", "meta", "pdin", "moof", "mfra", "styp",
            "sidx", "ssix", "prft", "emsg");

    private boolean first = true;
    private boolean longLength;
    private boolean holdsIndex;
    private boolean holdsMedia;

    Mp4Walk() {
        super(BOX_HEAD);
    }

    @Override
    Step next(byte[] taken) {
        var bytes = ByteBuffer.wrap(taken);
        if (longLength) {
            longLength = false;
            return over(bytes.getLong() - BOX_HEAD - LONG_LENGTH);
        }
        var length = Integer.toUnsignedLong(bytes.getInt());
        var type = new String(taken, 4, 4, StandardCharsets.ISO_8859_1);
        if (first && !type.equals("ftyp")) {
            return damaged();
        }
        first = false;
        if (!BOXES.contains(type)) {
            return refuse(FileError.FILE_HOLDS_MORE);
        }
        holdsIndex |= type.equals("moov");
        holdsMedia |= type.equals("mdat");
        if (length == 1) {
            longLength = true;
            return take(LONG_LENGTH);
        }
        if (length == 0) {
            return holdsIndex && holdsMedia ? new Step.Rest() : damaged();
        }
        return over(length - BOX_HEAD);
    }

    private Step over(long content) {
        return content < 0 ? damaged() : new Step.Take(content, BOX_HEAD);
    }

    @Override
    boolean mayEndHere() {
        return holdsIndex && holdsMedia && !longLength;
    }
}
