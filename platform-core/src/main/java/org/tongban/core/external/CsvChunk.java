package org.tongban.core.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of whole CSV records as bytes, so that an import can go on behind it. Comma, quote and line feed are never part of
 * another character, neither in UTF-8 nor in GB18030.
 *
 * @param records how many records it holds, empty lines among them
 * @param lines how many line feeds it holds
 * @param last whether the file ends with it
 * @param tooLong whether it is a single record that is longer than any may be, cut at its first line feed
 */
record CsvChunk(byte[] bytes, int records, int lines, boolean last, boolean tooLong) {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_RECORDS = 5_000;

    /** An opened quote that is never closed would take the rest of the file for one record. */
    private static final int LONGEST_RECORD = 64 * 1024;

    /** Reads the next chunk of a file that is open where a record begins. */
    static CsvChunk read(InputStream file) throws IOException {
        var bytes = file.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES ? of(Arrays.copyOf(bytes, MOST_BYTES), false) : of(bytes, true);
    }

    private static CsvChunk of(byte[] bytes, boolean whole) {
        var state = State.FIELD_START;
        var records = 0;
        var end = 0;
        for (var i = 0; i < bytes.length; i++) {
            state = state.after(bytes[i]);
            if (state == State.RECORD_END) {
                records++;
                end = i + 1;
                if (records == MOST_RECORDS) {
                    return cut(bytes, end, records, whole);
                }
            } else if (i - end >= LONGEST_RECORD) {
                return end > 0 ? cut(bytes, end, records, whole) : oversized(bytes, whole);
            }
        }
        if (!whole) {
            return cut(bytes, end, records, false);
        }
        return cut(bytes, bytes.length, end < bytes.length ? records + 1 : records, true);
    }

    private static CsvChunk oversized(byte[] bytes, boolean whole) {
        var end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        var cut = cut(bytes, Math.min(end + 1, bytes.length), 1, whole);
        return new CsvChunk(cut.bytes, 1, cut.lines, cut.last, true);
    }

    private static CsvChunk cut(byte[] bytes, int end, int records, boolean whole) {
        var lines = 0;
        for (var i = 0; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return new CsvChunk(Arrays.copyOf(bytes, end), records, lines, whole && end == bytes.length, false);
    }

    /**
     * In which character set the bytes are written: the one known from chunks before; else UTF-8 where they are that, else
     * GB18030. Null while there were none but ASCII characters, which are alike in both.
     */
    @Nullable
    Charset charset(@Nullable Charset known) {
        if (known != null) {
            return known;
        }
        var ascii = true;
        for (var one : bytes) {
            ascii &= one >= 0;
        }
        if (ascii) {
            return null;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException otherwise) {
            return GB18030;
        }
    }

    /** The records as text; what cannot be read becomes U+FFFD. */
    String text(@Nullable Charset charset) {
        var text = new String(bytes, charset == null ? StandardCharsets.US_ASCII : charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Where in a record a byte leaves the reader. */
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_WITHIN,
        RECORD_END;

        State after(byte next) {
            if (this == QUOTED) {
                return next == '"' ? QUOTE_WITHIN : QUOTED;
            }
            return switch (next) {
                case '\n' -> RECORD_END;
                case ',' -> FIELD_START;
                case '"' -> this == PLAIN ? PLAIN : QUOTED;
                default -> PLAIN;
            };
        }
    }
}
