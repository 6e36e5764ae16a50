package org.tongban.core.audit.trail;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** Shows the audit trail to those who look after others, gives it out, and checks it; each leaves a record of its own. */
@Controller("/api/platform/v1/audit")
class AuditController {
    private static final String SUBJECT = "platform/audit-trail";
    /** There is one trail: it has no id of its own. */
    private static final UUID TRAIL = new UUID(0, 0);

    private static final String JSON_LINES = "application/jsonl";

    private final SearchRepository search;
    private final ExportLines export;
    private final VerifyChain chain;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final JsonMapper mapper;

    AuditController(
            SearchRepository search,
            ExportLines export,
            VerifyChain chain,
            AuditTrail audit,
            Transactions transactions,
            DatabaseClock clock,
            JsonMapper mapper) {
        this.search = search;
        this.export = export;
        this.chain = chain;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Audit records, newest first; what is asked for must match all that is given. */
    @Get
    @Permitted(CoreModule.AUDIT)
    @Read(action = "platform.audit.search")
    @Refuses("audit-span-invalid")
    PageOf<AuditView> listAuditRecords(
            @Nullable @QueryValue @Schema(pattern = Span.PATTERN, example = "2026-11-20") String from,
            @Nullable @QueryValue @Schema(pattern = Span.PATTERN, example = "2026-11-21") String until,
            @Nullable @QueryValue UUID account,
            @Nullable @QueryValue @Schema(maxLength = 80) String action,
            @Nullable @QueryValue UUID subject,
            @Nullable @QueryValue @Schema(pattern = "^[0-9a-f]{32}$", example = "4bf92f3577b34da6a3ce929d0e0e4736")
                    String trace,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var filter = new AuditFilter(Span.of(from, until), account, action, subject, trace);
        audit.record(SUBJECT, TRAIL, filter.digest());
        return Keyset.page(filter.below(search, Keyset.before(cursor), limit + 1), limit, TrailRow::id, this::view);
    }

    /** What was sealed in a span as JSON Lines, to be checked elsewhere. Its seals and anchors come with it. */
    @Get(value = "/export", produces = JSON_LINES)
    @Permitted(CoreModule.AUDIT)
    @Read(action = "platform.audit.export")
    @Refuses("audit-span-invalid")
    HttpResponse<StreamedFile> exportAudit(
            @QueryValue @Schema(pattern = Span.PATTERN, example = "2026-11-20") String from,
            @Nullable @QueryValue @Schema(pattern = Span.PATTERN, example = "2026-11-21") String until) {
        var span = Span.ofExport(from, until, clock.now());
        audit.record(
                SUBJECT,
                TRAIL,
                Map.of("from", span.from().toString(), "until", span.until().toString()));
        return HttpResponse.ok(new StreamedFile(export.between(span.from(), span.until()), MediaType.of(JSON_LINES)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"");
    }

    /** Checks the chain, from the beginning or behind a number, up to the first fault. */
    @Post("/verification")
    @Permitted(CoreModule.AUDIT)
    @Write(action = "platform.audit.verify", idempotent = false, phases = Write.Phases.TWO)
    @Refuses({"store-unavailable", "audit-number-unknown"})
    HttpResponse<VerificationView> verifyAudit(
            @QueryValue(defaultValue = "0") @Schema(minimum = "0") long after,
            @QueryValue(defaultValue = "100000") @Schema(minimum = "1", maximum = "100000") int limit) {
        var view = chain.of(after, limit);
        transactions.write(() -> {
            audit.record(SUBJECT, TRAIL, Map.of("after", after, "checked", view.checked(), "whole", view.whole()));
            return view;
        });
        return HttpResponse.ok(view);
    }

    private AuditView view(TrailRow row) {
        return new AuditView(
                row.id(),
                Objects.requireNonNull(row.at()),
                Objects.requireNonNull(row.action()),
                row.account(),
                row.realm(),
                row.client(),
                row.address(),
                row.subjectType(),
                row.subjectId(),
                Objects.requireNonNull(row.outcome()),
                digest(Objects.requireNonNull(row.digest())),
                Objects.requireNonNull(row.traceId()),
                row.sequence(),
                row.hash());
    }

    private Map<String, Object> digest(String json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, Argument.mapOf(String.class, Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
