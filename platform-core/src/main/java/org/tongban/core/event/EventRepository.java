package org.tongban.core.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of events and of how far each subscriber has come; {@link HeldEventRepository} has what did not go well. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventRepository extends GenericRepository<StoredEvent, UUID> {
    @Query("""
        insert into core.event (id, type, aggregate, payload, at)
        select cast(given.id as uuid), given.type, cast(given.aggregate as uuid), cast(given.payload as jsonb),
            cast(:at as timestamptz)
        from unnest(cast(:ids as text[]), cast(:types as text[]), cast(:aggregates as text[]), cast(:payloads as text[]))
            as given (id, type, aggregate, payload)\
        """)
    void add(
            @Nullable String[] ids,
            @Nullable String[] types,
            @Nullable String[] aggregates,
            @Nullable String[] payloads,
            Instant at);

    /** Gives a subscriber its place, where it has none: before all events, or before those of transactions to come. */
    @Query("""
        insert into core.event_cursor (subscriber, txid, event)
        values (
            :subscriber,
            case when :fromNow then pg_snapshot_xmin(pg_current_snapshot()) else cast('0' as xid8) end,
            '00000000-0000-0000-0000-000000000000')
        on conflict (subscriber) do nothing\
        """)
    void subscribe(String subscriber, boolean fromNow);

    /** Holds the subscriber's place until the transaction ends; empty where another node has it. */
    @Query("select event from core.event_cursor where subscriber = :subscriber for update skip locked")
    Optional<UUID> hold(String subscriber);

    /** The same, once whoever has it is done. */
    @Query("select event from core.event_cursor where subscriber = :subscriber for update")
    Optional<UUID> awaitHold(String subscriber);

    /**
     * What comes next, in the order of commit: nothing above the oldest transaction still running, since that one may
     * yet bring an event that belongs before.
     */
    @Query(value = """
        select e.id, cast(e.txid as text) as txid, e.type, e.aggregate, cast(e.payload as text) as payload, e.at,
            exists (
                select 1 from core.held_event h
                where h.subscriber = :subscriber and h.aggregate = e.aggregate) as blocked
        from core.event e, core.event_cursor c
        where c.subscriber = :subscriber
          and e.type = :type
          and (e.txid, e.id) > (c.txid, c.event)
          and e.txid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.txid, e.id
        limit :limit\
        """, nativeQuery = true)
    List<StoredEvent> next(String subscriber, String type, int limit);

    @Query(value = """
        select id, cast(txid as text) as txid, type, aggregate, cast(payload as text) as payload, at, false as blocked
        from core.event where id = :id\
        """, nativeQuery = true)
    Optional<StoredEvent> find(UUID id);

    @Query("""
        update core.event_cursor
        set txid = cast(:txid as xid8), event = :event
        where subscriber = :subscriber\
        """)
    void advance(String subscriber, String txid, UUID event);
}
