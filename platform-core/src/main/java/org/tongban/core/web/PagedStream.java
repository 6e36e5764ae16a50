package org.tongban.core.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text made page by page as it is read: however long it is, one page of it is in memory, and whoever makes the pages
 * holds nothing between two. Not thread-safe.
 */
public abstract class PagedStream extends InputStream {
    private byte[] page;
    private int at;
    private boolean ended;

    /** @param head what stands before the first page */
    protected PagedStream(String head) {
        page = head.getBytes(StandardCharsets.UTF_8);
    }

    /** The next page, which may be empty; null where there is none. */
    protected abstract @Nullable String next();

    @Override
    public final int read() {
        return isOver() ? -1 : page[at++] & 0xff;
    }

    @Override
    public final int read(byte[] into, int offset, int length) {
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
    private boolean isOver() {
        while (at == page.length && !ended) {
            var text = next();
            ended = text == null;
            page = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at == page.length;
    }
}
