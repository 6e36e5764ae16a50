package org.tongban.core.file.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileError;

/**
 * Walks through a format that is built of headers and lengths: collects a header, asks the format what comes next, and
 * steps over the rest unread. A format may end only where it says so, and nothing may stand behind its end.
 */
abstract class Walk implements Inspection {
    /** What to do with the bytes that come next. */
    sealed interface Step {
        /** Steps over {@code skipped} bytes, then collects {@code bytes} for {@link #next}. */
        record Take(long skipped, int bytes) implements Step {}

        /** Steps over {@code skipped} bytes and all up to a byte 0xFF, and collects the one after it. */
        record TakeAfterMarker(long skipped) implements Step {}

        /** Steps over {@code skipped} bytes, and there the file must end. */
        record End(long skipped) implements Step {}

        /** The rest of the file belongs to what was begun. */
        record Rest() implements Step {}

        /** The file is refused. */
        record Refuse(FileError error) implements Step {}
    }

    private Step step;
    private long skip;
    private byte[] taken = new byte[0];
    private int count;
    private @Nullable FileError fault;

    Walk(int firstBytes) {
        step = new Step.Take(0, firstBytes);
        enter(step);
    }

    /** What follows the bytes collected. */
    abstract Step next(byte[] taken);

    /** Whether the file may end where a header would begin. */
    abstract boolean mayEndHere();

    static Step take(int bytes) {
        return new Step.Take(0, bytes);
    }

    static Step refuse(FileError error) {
        return new Step.Refuse(error);
    }

    static Step damaged() {
        return new Step.Refuse(FileError.FILE_DAMAGED);
    }

    @Override
    public final Optional<FileError> accept(byte[] bytes, int offset, int length) {
        var at = offset;
        var end = offset + length;
        while (at < end && fault == null) {
            if (skip > 0) {
                var over = (int) Math.min(skip, end - at);
                skip -= over;
                at += over;
            } else {
                at = advance(bytes, at, end);
            }
        }
        return Optional.ofNullable(fault);
    }

    private int advance(byte[] bytes, int from, int end) {
        return switch (step) {
            case Step.Take _ -> collect(bytes, from, end);
            case Step.TakeAfterMarker _ -> findMarker(bytes, from, end);
            case Step.Rest _ -> end;
            case Step.End _ -> {
                fault = FileError.FILE_HOLDS_MORE;
                yield end;
            }
            case Step.Refuse _ -> end;
        };
    }

    private int collect(byte[] bytes, int from, int end) {
        var some = Math.min(taken.length - count, end - from);
        System.arraycopy(bytes, from, taken, count, some);
        count += some;
        if (count == taken.length) {
            enter(next(taken));
        }
        return from + some;
    }

    private int findMarker(byte[] bytes, int from, int end) {
        for (var at = from; at < end; at++) {
            if (bytes[at] == (byte) 0xff) {
                enter(take(1));
                return at + 1;
            }
        }
        return end;
    }

    private void enter(Step entered) {
        step = entered;
        count = 0;
        switch (entered) {
            case Step.Take take -> {
                skip = take.skipped();
                taken = new byte[take.bytes()];
            }
            case Step.End ending -> skip = ending.skipped();
            case Step.Refuse refusal -> fault = refusal.error();
            case Step.TakeAfterMarker search -> skip = search.skipped();
            case Step.Rest _ -> skip = 0;
        }
    }

    @Override
    public final Optional<FileError> end() {
        if (fault != null) {
            return Optional.of(fault);
        }
        var whole = switch (step) {
            case Step.End _ -> skip == 0;
            case Step.Rest _ -> true;
            case Step.Take _ -> skip == 0 && count == 0 && mayEndHere();
            case Step.TakeAfterMarker _, Step.Refuse _ -> false;
        };
        return whole ? Optional.empty() : Optional.of(FileError.FILE_DAMAGED);
    }
}
