package org.tongban.core.web;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes made page by page as they are read: however many there are, one page of them is in memory, and whoever makes the
 * pages holds nothing between two. Not thread-safe.
 */
public abstract class PagedStream extends InputStream {
    private byte[] page;
    private int at;
    private boolean ended;

    /** @param head what stands before the first page */
    protected PagedStream(byte[] head) {
        page = head;
    }

    /** The next page, which may be empty; null where there is none. */
    protected abstract byte @Nullable [] next() throws IOException;

    @Override
    public final int read() throws IOException {
        return isOver() ? -1 : page[at++] & 0xff;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        var count = Math.min(length, page.length - at);
        System.arraycopy(page, at, into, offset, count);
        at += count;
        return count;
    }

    /** Whether nothing is left, the pages to come included. */
    private boolean isOver() throws IOException {
        while (at == page.length && !ended) {
            var made = next();
            ended = made == null;
            page = made == null ? new byte[0] : made;
            at = 0;
        }
        return at == page.length;
    }
}
