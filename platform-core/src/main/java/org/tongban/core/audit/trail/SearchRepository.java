package org.tongban.core.audit.trail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All SQL of searching the trail, newest first. Each way in has an index that is read in the order of ids, which is that of
 * time but for the clocks of nodes: {@code floor} and {@code ceiling} bound the ids, {@code from} and {@code until} the time.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SearchRepository extends GenericRepository<TrailRow, UUID> {
    String FROM = "select r.id, " + SealRepository.RECORD + ", " + SealRepository.SEAL + """
        from core.audit_record r
        left join core.audit_seal s on s.record_id = r.id
        where
        """;

    String WITHIN = """
        r.id < :edge and r.id < :ceiling and r.id >= :floor and r.at >= :from and r.at < :until
        """;

    String NEWEST = " order by r.id desc limit :most";

    String ACCOUNT = " and (cast(:account as uuid) is null or r.account = cast(:account as uuid))";

    String ACTION = " and (cast(:action as text) is null or r.action = cast(:action as text))";

    @Query(value = FROM + WITHIN + NEWEST, nativeQuery = true)
    List<TrailRow> all(UUID edge, UUID ceiling, UUID floor, Instant from, Instant until, int most);

    @Query(value = FROM + "r.action = :action and " + WITHIN + NEWEST, nativeQuery = true)
    List<TrailRow> ofAction(String action, UUID edge, UUID ceiling, UUID floor, Instant from, Instant until, int most);

    @Query(value = FROM + "r.account = :who and " + WITHIN + ACTION + NEWEST, nativeQuery = true)
    List<TrailRow> ofAccount(
            UUID who,
            @Nullable String action,
            UUID edge,
            UUID ceiling,
            UUID floor,
            Instant from,
            Instant until,
            int most);

    @Query(value = FROM + "r.subject_id = :subject and " + WITHIN + ACCOUNT + ACTION + NEWEST, nativeQuery = true)
    List<TrailRow> ofSubject(
            UUID subject,
            @Nullable UUID account,
            @Nullable String action,
            UUID edge,
            UUID ceiling,
            UUID floor,
            Instant from,
            Instant until,
            int most);

    @Query(
            value = FROM + "r.trace_id = :trace and " + WITHIN + ACCOUNT + ACTION
                    + " and (cast(:subject as uuid) is null or r.subject_id = cast(:subject as uuid))" + NEWEST,
            nativeQuery = true)
    List<TrailRow> ofTrace(
            String trace,
            @Nullable UUID subject,
            @Nullable UUID account,
            @Nullable String action,
            UUID edge,
            UUID ceiling,
            UUID floor,
            Instant from,
            Instant until,
            int most);
}
