package org.tongban.core.console.work;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.PageAddress;
import org.tongban.core.web.PageOf;

/** What the lists of this package have in common. */
final class Lists {
    static final int ROWS = 25;

    private static final String CURSOR = "cursor";

    private Lists() {}

    /** The cursor that the address names. */
    static @Nullable String cursor(PageAddress address) {
        var cursor = address.value(CURSOR);
        return cursor.isEmpty() ? null : cursor;
    }

    /** The ways to the pages beside one of a list at a path. */
    static @Nullable Pager pager(PageAddress address, String path, PageOf<?> found) {
        var previous = found.prevCursor();
        var next = found.nextCursor();
        return previous == null && next == null
                ? null
                : new Pager(
                        previous == null ? null : at(address, path, previous),
                        next == null ? null : at(address, path, next));
    }

    private static String at(PageAddress address, String path, String cursor) {
        var parameters = new HashMap<>(address.query());
        parameters.remove("done");
        parameters.put(CURSOR, cursor);
        return address.to(path, parameters);
    }
}
