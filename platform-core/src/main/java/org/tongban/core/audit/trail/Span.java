package org.tongban.core.audit.trail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;

/** A span of time that somebody asked for, its end not in it. */
record Span(Instant from, Instant until) {
    /** A day, which stands for its beginning in Asia/Shanghai, or a moment in UTC. */
    static final String PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$";

    private static final int DAY = 10;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration LONGEST_EXPORT = Duration.ofDays(366);

    /** The span between two texts, either of which may be absent. */
    static Span of(@Nullable String from, @Nullable String until) {
        try {
            var span = new Span(moment(from, Instant.EPOCH), moment(until, LAST));
            return span.requireOrder();
        } catch (DateTimeException e) {
            throw DomainException.of(AuditError.AUDIT_SPAN);
        }
    }

    /** The span of an export; it ends now where nothing else is said, and never later. */
    static Span ofExport(String from, @Nullable String until, Instant now) {
        var asked = of(from, until);
        var span = new Span(asked.from(), asked.until().isAfter(now) ? now : asked.until()).requireOrder();
        if (Duration.between(span.from(), span.until()).compareTo(LONGEST_EXPORT) > 0) {
            throw DomainException.of(AuditError.AUDIT_SPAN);
        }
        return span;
    }

    private Span requireOrder() {
        if (!from.isBefore(until)) {
            throw DomainException.of(AuditError.AUDIT_SPAN);
        }
        return this;
    }

    private static Instant moment(@Nullable String text, Instant absent) {
        if (text == null) {
            return absent;
        }
        return text.length() == DAY
                ? LocalDate.parse(text).atStartOfDay(BusinessClock.ZONE).toInstant()
                : Instant.parse(text);
    }
}
