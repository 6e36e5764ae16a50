package org.tongban.core.webhook;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of what webhooks are told, and of the calls for it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeliveryRepository extends GenericRepository<DeliveryRow, UUID> {
    /** The webhooks that want a type of event and were there before one of a transaction. */
    @Query(value = """
        select w.id from core.webhook w
        where w.state = 'active'
          and :type = any(string_to_array(w.event_types, ' '))
          and w.txid <= cast(:txid as xid8)
        """, nativeQuery = true)
    List<UUID> wanting(String type, String txid);

    /** Queues an event for a webhook, once. */
    @Query("""
        insert into core.webhook_delivery
            (id, webhook, event, type, aggregate, happened_at, state, attempts, due_at, gives_up_at, created_at)
        values (:id, :webhook, :event, :type, :aggregate, :at, 'queued', 0, :now, :givesUp, :now)
        on conflict (webhook, event) do nothing
        """)
    void queue(
            UUID id, UUID webhook, UUID event, String type, UUID aggregate, Instant at, Instant now, Instant givesUp);

    /**
     * Takes what is due, of each webhook a few and of one that fails a single one, so that none stands in another's way.
     * What belongs to a client that is disabled waits.
     */
    @Query(value = """
        update core.webhook_delivery
        set state = 'claimed', attempts = attempts + 1, claim = :claim, claimed_until = :until
        where state = 'queued' and id in (
            select d.id
            from core.webhook w
            cross join lateral (
                select q.id, q.due_at from core.webhook_delivery q
                where q.webhook = w.id and q.state = 'queued' and q.due_at <= :now
                order by q.due_at, q.id
                limit case when w.failures > 0 then 1 else 10 end) d
            where w.state = 'active' and w.paused_until <= :now
              and (w.client is null or exists (
                  select 1 from core.client c where c.id = w.client and c.state = 'active'))
            order by d.due_at, d.id
            limit :most)
        returning
        """ + DeliveryRow.COLUMNS, nativeQuery = true)
    List<DeliveryRow> take(UUID claim, Instant now, Instant until, int most);

    /** What a node took and did not come to an end with is due again: the receiver knows it by its id. */
    @Query("""
        update core.webhook_delivery
        set state = 'queued', due_at = :now, claim = null, claimed_until = null
        where state = 'claimed' and claimed_until <= :now
        """)
    int sweepClaimed(Instant now);

    /** What could not be delivered in all that time is given up. */
    @Query("""
        update core.webhook_delivery
        set state = 'dead', ended_at = :now, last_error = coalesce(last_error, 'the webhook was not called')
        where state = 'queued' and gives_up_at <= :now
        """)
    int sweepOver(Instant now);

    /** Gives back what there was no call for. */
    @Query("""
        update core.webhook_delivery
        set state = 'queued', attempts = attempts - 1, claim = null, claimed_until = null
        where id = :id and claim = :claim and state = 'claimed'
        """)
    int giveBack(UUID id, UUID claim);

    /** Ends a call. */
    @Query("""
        update core.webhook_delivery
        set state = :state, due_at = :due, ended_at = :ended, last_error = :error, claim = null, claimed_until = null
        where id = :id and claim = :claim
        """)
    int end(UUID id, UUID claim, String state, Instant due, @Nullable Instant ended, @Nullable String error);

    /** What is still to be delivered to a webhook that is disabled is given up. */
    @Query("""
        update core.webhook_delivery
        set state = 'dead', ended_at = :now, last_error = 'the webhook was disabled'
        where webhook = :webhook and state = 'queued'
        """)
    int giveUp(UUID webhook, Instant now);

    /** Has it delivered anew, as long as at first; 0 where it is under way. */
    @Query("""
        update core.webhook_delivery
        set state = 'queued', attempts = 0, due_at = :now, gives_up_at = :givesUp, ended_at = null, last_error = null
        where id = :id and state in ('delivered', 'dead')
        """)
    int redeliver(UUID id, Instant now, Instant givesUp);

    @Query("insert into core.webhook_attempt (id, delivery, at, millis, status, error) values (:id, :delivery, :at,"
            + " :millis, :status, :error)")
    void attempted(UUID id, UUID delivery, Instant at, int millis, @Nullable Integer status, @Nullable String error);

    /** The latest calls, newest first. */
    @Query(value = """
        select id, delivery, at, millis, status, error
        from core.webhook_attempt where delivery = :delivery order by id desc limit :most
        """, nativeQuery = true)
    List<AttemptRow> attempts(UUID delivery, int most);

    @Query("select " + DeliveryRow.COLUMNS + "from core.webhook_delivery where id = :id and webhook = :webhook")
    Optional<DeliveryRow> find(UUID id, UUID webhook);

    @Query("select "
            + DeliveryRow.COLUMNS
            + "from core.webhook_delivery where webhook = :webhook and id < :edge order by id desc limit :most")
    List<DeliveryRow> below(UUID webhook, UUID edge, int most);

    @Query("select "
            + DeliveryRow.COLUMNS
            + "from core.webhook_delivery where webhook = :webhook and id > :edge order by id limit :most")
    List<DeliveryRow> above(UUID webhook, UUID edge, int most);

    @Query("select " + DeliveryRow.COLUMNS + """
        from core.webhook_delivery
        where webhook = :webhook and state = :state and id < :edge order by id desc limit :most
        """)
    List<DeliveryRow> belowIn(UUID webhook, String state, UUID edge, int most);

    @Query("select " + DeliveryRow.COLUMNS + """
        from core.webhook_delivery
        where webhook = :webhook and state = :state and id > :edge order by id limit :most
        """)
    List<DeliveryRow> aboveIn(UUID webhook, String state, UUID edge, int most);

    @Query("select "
            + DeliveryRow.COLUMNS
            + "from core.webhook_delivery where state = :state and id < :edge order by id desc limit :most")
    List<DeliveryRow> belowOfAll(String state, UUID edge, int most);

    @Query("select "
            + DeliveryRow.COLUMNS
            + "from core.webhook_delivery where state = :state and id > :edge order by id limit :most")
    List<DeliveryRow> aboveOfAll(String state, UUID edge, int most);

    /** How many were given up, counted up to a number. */
    @Query(value = """
        select count(*) from (select 1 from core.webhook_delivery where state = 'dead' limit :most) as counted
        """, nativeQuery = true)
    long countDead(int most);

    /** How many should have been delivered before a moment, counted up to a number. */
    @Query(value = """
        select count(*) from (
            select 1 from core.webhook_delivery where state = 'queued' and due_at < :before limit :most) as counted
        """, nativeQuery = true)
    long countOverdue(Instant before, int most);

    /** Forgets a part of what was settled long ago. */
    @Query("""
        delete from core.webhook_delivery
        where id in (
            select id from core.webhook_delivery
            where created_at < :before and state in ('delivered', 'dead')
            order by created_at
            limit :most)
        """)
    int deleteBefore(Instant before, int most);
}
