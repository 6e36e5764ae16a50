package org.tongban.core.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of events and of how far each subscriber has come. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventRepository extends GenericRepository<StoredEvent, UUID> {
    @Query("""
        insert into core.event (id, type, aggregate, payload, at)
        values (:id, :type, :aggregate, cast(:payload as jsonb), :at)\
        """)
    void add(UUID id, String type, UUID aggregate, String payload, Instant at);

    @Query("""
        insert into core.event_cursor (subscriber, txid, event, failures)
        values (:subscriber, cast('0' as xid8), '00000000-0000-0000-0000-000000000000', 0)
        on conflict (subscriber) do nothing\
        """)
    void subscribe(String subscriber);

    /** Holds the subscriber's place until the transaction ends; empty where another node has it. */
    @Query("select event from core.event_cursor where subscriber = :subscriber for update skip locked")
    Optional<UUID> hold(String subscriber);

    /**
     * What comes next, in the order of commit: nothing above the oldest transaction still running, since that one may
     * yet bring an event that belongs before.
     */
    @Query(value = """
        select e.id, cast(e.txid as text) as txid, e.aggregate, cast(e.payload as text) as payload
        from core.event e, core.event_cursor c
        where c.subscriber = :subscriber
          and e.type = :type
          and (e.txid, e.id) > (c.txid, c.event)
          and e.txid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.txid, e.id
        limit :limit\
        """, nativeQuery = true)
    List<StoredEvent> next(String subscriber, String type, int limit);

    @Query("""
        update core.event_cursor
        set txid = cast(:txid as xid8), event = :event, failures = 0, last_error = null
        where subscriber = :subscriber\
        """)
    void advance(String subscriber, String txid, UUID event);

    @Query("""
        update core.event_cursor
        set failures = failures + 1, last_error = :error
        where subscriber = :subscriber\
        """)
    void failed(String subscriber, String error);
}
