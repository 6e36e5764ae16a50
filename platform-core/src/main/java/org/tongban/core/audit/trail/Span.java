package org.tongban.core.audit.trail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** A span of time that somebody asked for, its end not in it. */
record Span(Instant from, Instant until) {
    /** A day, which stands for its beginning in Asia/Shanghai, or a moment in UTC. */
    static final String PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$";

    private static final int DAY = 10;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration LONGEST_EXPORT = Duration.ofDays(366);

    /** The span between two texts, either of which may be absent. */
    static Span of(@Nullable String from, @Nullable String until) {
        var violations = new ArrayList<Violation>();
        var span =
                new Span(moment(from, Instant.EPOCH, "/from", violations), moment(until, LAST, "/until", violations));
        if (!violations.isEmpty()) {
            throw DomainException.of(AuditError.AUDIT_SPAN, violations);
        }
        return span.requireOrder();
    }

    /** The span of an export; it ends now where nothing else is said, and never later. */
    static Span ofExport(String from, @Nullable String until, Instant now) {
        var asked = of(from, until);
        if (!asked.from().isBefore(now)) {
            throw refused("/from", "future", new Title("起始时间在将来。", "It lies in the future."));
        }
        var span = new Span(asked.from(), asked.until().isAfter(now) ? now : asked.until());
        if (Duration.between(span.from(), span.until()).compareTo(LONGEST_EXPORT) > 0) {
            throw refused(
                    until == null ? "/from" : "/until",
                    "too-long",
                    new Title("导出范围不得超过 366 天。", "An export has at most 366 days."));
        }
        return span;
    }

    private Span requireOrder() {
        if (!from.isBefore(until)) {
            throw refused("/until", "not-after-from", new Title("须晚于起始时间。", "It must lie after from."));
        }
        return this;
    }

    private static DomainException refused(String pointer, String code, Title message) {
        return DomainException.of(AuditError.AUDIT_SPAN, List.of(new Violation(pointer, code, message)));
    }

    /** The pattern lets the thirtieth of February pass. */
    private static Instant moment(@Nullable String text, Instant absent, String pointer, List<Violation> violations) {
        if (text == null) {
            return absent;
        }
        try {
            return text.length() == DAY
                    ? LocalDate.parse(text).atStartOfDay(BusinessClock.ZONE).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            violations.add(new Violation(pointer, "date", new Title("没有这个时间。", "There is no such moment.")));
            return absent;
        }
    }
}
