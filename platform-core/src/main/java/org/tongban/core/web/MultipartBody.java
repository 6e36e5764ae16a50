package org.tongban.core.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart body as forms of pages send them (RFC 7578), one after another from the stream, so that a file
 * is never held in memory. The content of a part is gone once the next is asked for. What cannot be read is refused as
 * {@link CoreError#BAD_REQUEST}. Not thread-safe.
 */
public final class MultipartBody {
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final int MOST_HEADERS = 8192;
    private static final int BUFFER = 16 * 1024;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean over;
    private @Nullable Content current;

    private MultipartBody(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter need not stand on a line of its own.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /**
     * A part.
     *
     * @param file the name of a file as the sender has it, empty where none was chosen; null of a field
     */
    public record Part(
            String name, @Nullable String file, @Nullable String type, InputStream content) {
        /** A field's text, of at most so many bytes. */
        public String text(int most) {
            try {
                var bytes = content.readNBytes(most + 1);
                if (bytes.length > most) {
                    throw DomainException.of(CoreError.TOO_LARGE);
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException cutShort) {
                throw DomainException.of(CoreError.BAD_REQUEST);
            }
        }
    }

    /** The body of a request. */
    public static MultipartBody of(HttpRequest<?> request, InputStream body) {
        var boundary = request.getContentType()
                .filter(type -> type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .flatMap(type -> type.getParameters().get("boundary"))
                .map(text -> text.replaceAll("^\"|\"$", ""))
                .filter(text -> BOUNDARY.matcher(text).matches())
                .orElseThrow(() -> DomainException.of(CoreError.UNSUPPORTED_TYPE));
        var parts = new MultipartBody(body, boundary);
        try {
            // What stands before the first part means nothing.
            parts.new Content().transferTo(OutputStream.nullOutputStream());
            return parts;
        } catch (IOException cutShort) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
    }

    /** The next part; null where there is none. */
    public @Nullable Part next() {
        try {
            if (over) {
                return null;
            }
            if (current != null) {
                current.transferTo(OutputStream.nullOutputStream());
            }
            over = line().startsWith("--");
            return over ? null : part();
        } catch (IOException cutShort) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
    }

    private Part part() throws IOException {
        var name = "";
        String file = null;
        String type = null;
        int read = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            read += header.length();
            if (read > MOST_HEADERS) {
                throw new IOException("headers without end");
            }
            if (header.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                name = group(NAME, header, "");
                file = FILE.matcher(header).find() ? group(FILE, header, "") : null;
            } else if (header.regionMatches(true, 0, "Content-Type:", 0, 13)) {
                type = header.substring(13).strip();
            }
        }
        var content = new Content();
        current = content;
        return new Part(name, file, type, content);
    }

    /** As browsers write it: a quote is %22, a line break %0D%0A, all else stands for itself. */
    private static String group(Pattern pattern, String header, String otherwise) {
        var found = pattern.matcher(header);
        return found.find()
                ? found.group(1).replace("%22", "\"").replace("%0D", "").replace("%0A", "")
                : otherwise;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() <= MOST_HEADERS) {
            if (from == to && !fill()) {
                return ended(line);
            }
            int next = buffer[from++];
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(next);
        }
        throw new IOException("a line without end");
    }

    /** After the last delimiter nothing need come, not even the end of its line. */
    private static String ended(ByteArrayOutputStream line) throws IOException {
        var text = line.toString(StandardCharsets.UTF_8);
        if (text.equals("--")) {
            return text;
        }
        throw new IOException("the body was cut short");
    }

    /** Takes more of the body in; false where there is no more. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = body.read(buffer, to, buffer.length - to);
        if (read < 0) {
            return false;
        }
        to += read;
        return true;
    }

    /** Where the delimiter begins in what has been taken in; -1 where it does not. */
    private int delimited() {
        for (int i = from; i + delimiter.length <= to; i++) {
            if (Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    /** What stands before the next delimiter, which is taken away with it. */
    private final class Content extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (ended || length == 0) {
                return ended ? -1 : 0;
            }
            while (true) {
                int at = delimited();
                int ready = at < 0 ? to - from - delimiter.length + 1 : at - from;
                if (ready > 0) {
                    int taken = Math.min(ready, length);
                    System.arraycopy(buffer, from, target, offset, taken);
                    from += taken;
                    return taken;
                }
                if (at >= 0) {
                    from += delimiter.length;
                    ended = true;
                    return -1;
                }
                if (!fill()) {
                    throw new IOException("the body was cut short");
                }
            }
        }
    }
}
