package org.tongban.core.retry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Says why work failed without the messages of exceptions, which may hold what somebody has typed (CO-58). */
public final class Reason {
    private static final int DEEPEST = 8;

    private Reason() {}

    /** The kinds of the exception and of its causes, with the state of SQL; the log has the rest. */
    public static String of(Throwable thrown) {
        List<String> kinds = new ArrayList<>();
        for (var cause = thrown; cause != null && kinds.size() < DEEPEST; cause = cause.getCause()) {
            var kind = cause.getClass().getSimpleName();
            kinds.add(cause instanceof SQLException sql ? kind + " " + sql.getSQLState() : kind);
        }
        return String.join(", ", kinds);
    }
}
