package org.tongban.core.file.serve;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/**
 * One range of bytes out of a file (RFC 9110, 14.2), which players of videos ask for.
 *
 * @param last the last byte, counted in
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE_RANGE = Pattern.compile("(?i:bytes)=(\\d*)-(\\d*)");

    /** No file is as long as a number of more digits says. */
    private static final int MOST_DIGITS = 18;

    /**
     * The range that a header asks for; empty where it is absent, in error, of another unit or of several ranges, which a
     * server may all pass over: then the whole is served.
     *
     * @throws DomainException {@link CoreError#RANGE_NOT_SATISFIABLE} where no byte of the file lies in it
     */
    static Optional<ByteRange> in(@Nullable String header, long size) {
        var range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            var first = Math.max(0, size - number(range.group(2)));
            return Optional.of(satisfied(first, size - 1, size));
        }
        var first = number(range.group(1));
        var last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        return first > last ? Optional.empty() : Optional.of(satisfied(first, Math.min(last, size - 1), size));
    }

    private static ByteRange satisfied(long first, long last, long size) {
        if (first > last) {
            throw DomainException.of(CoreError.RANGE_NOT_SATISFIABLE).with("size", size);
        }
        return new ByteRange(first, last);
    }

    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
