package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Ids;

/** The audit trail of requests: who, what and from where are taken from the request under way. */
@Singleton
class RequestAudit implements AuditTrail {
    private final AuditRepository repository;
    private final DatabaseClock clock;
    private final ClientAddress addresses;
    private final JsonMapper mapper;

    RequestAudit(AuditRepository repository, DatabaseClock clock, ClientAddress addresses, JsonMapper mapper) {
        this.repository = repository;
        this.clock = clock;
        this.addresses = addresses;
        this.mapper = mapper;
    }

    static boolean recorded(HttpRequest<?> request) {
        return request.getAttribute(Exchange.RECORDED, Boolean.class).orElse(false);
    }

    /** Has {@link #recorded} ask about what comes now: a record of another transaction says nothing of this one. */
    static void forget(HttpRequest<?> request) {
        request.setAttribute(Exchange.RECORDED, false);
    }

    @Override
    public void record(String subjectType, UUID subject, Map<String, Object> digest) {
        add(subjectType, subject, "done", digest);
    }

    @Override
    public void recordRefusal(String subjectType, UUID subject, Map<String, Object> digest) {
        add(subjectType, subject, "refused", digest);
    }

    @Override
    public void recordReading(String action, String subjectType, UUID subject, Map<String, Object> digest) {
        Exchange.declare(Exchange.request(), action);
        add(subjectType, subject, "done", digest);
    }

    @Override
    public void recordTask(String task, String subjectType, Map<UUID, Map<String, Object>> digests) {
        if (digests.isEmpty()) {
            return;
        }
        var rows = digests.entrySet();
        repository.addOfTask(
                Columns.of(rows, row -> Ids.next()),
                Columns.of(rows, Map.Entry::getKey),
                Columns.of(rows, row -> written(row.getValue())),
                Columns.of(rows, row -> Ids.next().toString().replace("-", "")),
                task,
                subjectType,
                clock.now());
    }

    private String written(Map<String, Object> digest) {
        try {
            return mapper.writeValueAsString(MaskedDigest.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String subjectType, UUID subject, String outcome, Map<String, Object> digest) {
        var request = Exchange.request();
        var actor = Exchange.actor(request);
        repository.add(new AuditRecord(
                Ids.next(),
                clock.now(),
                request.getAttribute(Exchange.ACTION, String.class).orElseThrow(),
                actor == null ? null : actor.account(),
                actor == null ? null : actor.realm(),
                Exchange.client(request),
                addresses.of(request),
                subjectType,
                subject,
                outcome,
                written(digest),
                Exchange.traceId(request)));
        request.setAttribute(Exchange.RECORDED, true);
    }
}
