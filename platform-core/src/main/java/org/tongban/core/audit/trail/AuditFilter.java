package org.tongban.core.audit.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in the trail; what is null is not asked. */
record AuditFilter(
        Span span,
        @Nullable UUID account,
        @Nullable String action,
        @Nullable UUID subject,
        @Nullable String trace) {
    /** How far the clock of a node, from which ids come, may be from the database's. */
    private static final Duration APART = Duration.ofDays(1);

    private static final int VERSION_BITS = 16;

    /** The records below an id, newest first, by the way in that leads to the fewest. */
    List<TrailRow> below(SearchRepository trail, UUID edge, int most) {
        var floor = id(span.from().minus(APART));
        var top = id(span.until().plus(APART));
        var from = span.from();
        var until = span.until();
        if (trace != null) {
            return trail.ofTrace(trace, subject, account, action, edge, top, floor, from, until, most);
        }
        if (subject != null) {
            return trail.ofSubject(subject, account, action, edge, top, floor, from, until, most);
        }
        if (account != null) {
            return trail.ofAccount(account, action, edge, top, floor, from, until, most);
        }
        return action == null
                ? trail.all(edge, top, floor, from, until, most)
                : trail.ofAction(action, edge, top, floor, from, until, most);
    }

    /** Below every id of UUIDv7 that is made at this moment or later. */
    private static UUID id(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << VERSION_BITS, 0);
    }

    /** What was asked, for the record of the asking. */
    Map<String, Object> digest() {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("from", span.from().toString());
        asked.put("until", span.until().toString());
        put(asked, "account", account);
        put(asked, "action", action);
        put(asked, "subject", subject);
        put(asked, "trace", trace);
        return asked;
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }
}
