package org.tongban.bench.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {
    private static final int CHUNK = 1 << 17;

    private final StringBuilder text = new StringBuilder(CHUNK + 8_192);
    private boolean first = true;

    /** Copies the rows that a writer makes for each index below a count. */
    static void copy(Connection connection, String target, int count, Function<CopyText, IntConsumer> writer)
            throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        var rows = new CopyText();
        var write = writer.apply(rows);
        try {
            for (int index = 0; index < count; index++) {
                write.accept(index);
                if (rows.text.length() > CHUNK) {
                    var bytes = rows.take();
                    copy.writeToCopy(bytes, 0, bytes.length);
                }
            }
            var bytes = rows.take();
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The rows in parts, made before they are sent. */
    static List<byte[]> chunks(int count, Function<CopyText, IntConsumer> writer) {
        var chunks = new ArrayList<byte[]>();
        var rows = new CopyText();
        var write = writer.apply(rows);
        for (int index = 0; index < count; index++) {
            write.accept(index);
            if (rows.text.length() > CHUNK || index == count - 1) {
                chunks.add(rows.take());
            }
        }
        return chunks;
    }

    /** Copies rows that are made already. */
    static void copy(Connection connection, String target, List<byte[]> chunks) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        try {
            for (var chunk : chunks) {
                copy.writeToCopy(chunk, 0, chunk.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private byte[] take() {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    CopyText value(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** An array of texts without anything that an array literal would have to escape but quotes. */
    CopyText array(Collection<String> values) {
        separate();
        text.append('{');
        boolean later = false;
        for (var value : values) {
            if (later) {
                text.append(',');
            }
            later = true;
            text.append('"');
            escape(value);
            text.append('"');
        }
        text.append('}');
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
    }

    private void separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
