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

/** All SQL of events that a subscriber could not take, and of those behind them (CO-50). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeldEventRepository extends GenericRepository<HeldEvent, UUID> {
    @Query("""
        insert into core.held_event
            (id, subscriber, event, txid, aggregate, state, failures, due_at, last_error, held_at)
        values (:id, :subscriber, :event, cast(:txid as xid8), :aggregate, :state, :failures, :due, :error, :now)\
        """)
    void add(
            UUID id,
            String subscriber,
            UUID event,
            String txid,
            UUID aggregate,
            String state,
            int failures,
            Instant due,
            @Nullable String error,
            Instant now);

    /** The one that has been due longest. */
    @Query(value = "select " + HeldEvent.COLUMNS + """
        where h.subscriber = :subscriber and h.state = 'retrying' and h.due_at <= :now
        order by h.due_at
        limit 1\
        """, nativeQuery = true)
    Optional<HeldEvent> due(String subscriber, Instant now);

    @Query(value = "select " + HeldEvent.COLUMNS + "where h.id = :id", nativeQuery = true)
    Optional<HeldEvent> find(UUID id);

    @Query("delete from core.held_event where id = :id")
    int delete(UUID id);

    /** Has the next of an aggregate tried that waited behind one that is settled. */
    @Query("""
        update core.held_event
        set state = 'retrying', due_at = :now
        where id = (
            select id from core.held_event
            where subscriber = :subscriber and aggregate = :aggregate
            order by txid, event
            limit 1)\
        """)
    void promote(String subscriber, UUID aggregate, Instant now);

    @Query("""
        update core.held_event
        set state = :state, failures = failures + 1, due_at = :due, last_error = :error
        where id = :id and state = 'retrying'\
        """)
    void failed(UUID id, String state, Instant due, String error);

    /** Has a parked event tried anew, as often as at first. */
    @Query("update core.held_event set state = 'retrying', failures = 0, due_at = :now where id = :id and state ="
            + " 'parked'")
    int replay(UUID id, Instant now);

    /** Has what was parked for a subscriber tried anew, the oldest first, at most so much. */
    @Query("""
        update core.held_event set state = 'retrying', failures = 0, due_at = :now
        where state = 'parked' and id in (
            select id from core.held_event
            where state = 'parked' and subscriber = :subscriber
            order by id
            limit :most)\
        """)
    int replayAll(String subscriber, Instant now, int most);

    /** What is older and in a state, newest first. */
    @Query(value = "select " + HeldEvent.COLUMNS + """
        where h.state = :state and h.id < :edge
        order by h.id desc
        limit :most\
        """, nativeQuery = true)
    List<HeldEvent> below(String state, UUID edge, int most);

    /** What is newer and in a state, oldest first. */
    @Query(value = "select " + HeldEvent.COLUMNS + """
        where h.state = :state and h.id > :edge
        order by h.id
        limit :most\
        """, nativeQuery = true)
    List<HeldEvent> above(String state, UUID edge, int most);

    /** How many there are in a state, counted up to a number. */
    @Query(value = """
        select count(*) from (select 1 from core.held_event where state = :state limit :most) as counted\
        """, nativeQuery = true)
    long count(String state, int most);

    /** When the first event happened that some subscriber could not take. */
    @Query(value = """
        select e.at from core.held_event h join core.event e on e.id = h.event order by h.txid, h.event limit 1\
        """, nativeQuery = true)
    Optional<Instant> oldestHeld();

    /** When the first event happened that a subscriber has not come to. */
    @Query(value = """
        select e.at from core.event e, core.event_cursor c
        where c.subscriber = :subscriber and e.type = :type and (e.txid, e.id) > (c.txid, c.event)
        order by e.txid, e.id
        limit 1\
        """, nativeQuery = true)
    Optional<Instant> oldestAhead(String subscriber, String type);
}
