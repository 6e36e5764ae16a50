package org.tongban.core.message.dispatch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Message;

/** The statements by which messages are claimed, held and marked (CO-41, CO-43). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClaimRepository extends GenericRepository<Message, UUID> {
    /** Takes what is due for one attempt, which is written down before any provider is called. */
    @Query(value = """
        update core.message
        set state = 'claimed', attempts = attempts + 1, attempt = :attempt, claimed_until = :until
        where id in (
            select id from core.message
            where state = 'queued' and due_at <= :now
            order by urgent desc, due_at, id
            limit :most
            for update skip locked)
        returning
        """ + Message.COLUMNS, nativeQuery = true)
    List<Message> take(UUID attempt, Instant now, Instant until, int most);

    /** Notes that the provider is called for it now; 0 where another has taken it meanwhile. */
    @Query("""
        update core.message
        set state = 'sending', claimed_until = :until
        where id = :id and attempt = :attempt and state = 'claimed'\
        """)
    int begin(UUID id, UUID attempt, Instant until);

    /** What a node took and did not come to, or its provider knows when it has it twice, is due again. */
    @Query("""
        update core.message
        set state = 'queued', due_at = :now, claimed_until = null
        where state = 'claimed' and claimed_until <= :now\
        """)
    int sweepClaimed(Instant now);

    /** What a node was handing over when it stopped: the provider may have it. */
    @Query("""
        update core.message
        set state = 'unclear', claimed_until = null, last_error = 'the node stopped while it was handed over'
        where state = 'sending' and claimed_until <= :now\
        """)
    int sweepSending(Instant now);

    /** Holds what is due and can wait, a part at a time. */
    @Query(value = """
        with waiting as (
            select id from core.message
            where state = 'queued' and not urgent and due_at <= :now
            order by urgent desc, due_at, id
            limit :most
            for update skip locked),
        put_off as (
            update core.message m
            set state = 'held', held_until = :until
            from waiting
            where m.id = waiting.id
            returning m.id)
        select count(*) from put_off\
        """, nativeQuery = true)
    long hold(Instant now, Instant until, int most);

    /** Gives back what was held until now, a part at a time; all of one call's moment go out in the order they came in. */
    @Query(value = """
        with waiting as (
            select id from core.message
            where state = 'held' and held_until <= :business
            order by held_until, id
            limit :most
            for update skip locked),
        given_back as (
            update core.message m
            set state = 'queued', held_until = null, due_at = :now
            from waiting
            where m.id = waiting.id
            returning m.id)
        select count(*) from given_back\
        """, nativeQuery = true)
    long release(Instant now, Instant business, int most);

    /** Holds messages that were taken and are too many for their recipients. */
    @Query("""
        update core.message
        set state = 'held', held_until = :until, attempts = attempts - 1, claimed_until = null
        where id = any(cast(:ids as uuid[])) and attempt = :attempt\
        """)
    void holdTaken(String[] ids, UUID attempt, Instant until);

    @Query("update core.message set counted_on = :day where id = any(cast(:ids as uuid[]))")
    void counted(String[] ids, LocalDate day);

    /** An answer that comes late still counts: better than to leave it unclear. */
    @Query("""
        update core.message
        set state = 'sent', sent_at = :now, provider = :provider, provider_id = :providerId, claimed_until = null,
            last_error = null
        where id = :id and attempt = :attempt and state in ('claimed', 'sending', 'unclear')\
        """)
    int sent(UUID id, UUID attempt, Instant now, String provider, String providerId);

    /** Ends an attempt that did not succeed. */
    @Query("""
        update core.message
        set state = :state, due_at = :due, claimed_until = null, last_error = :error
        where id = :id and attempt = :attempt and state in ('claimed', 'sending')\
        """)
    int end(UUID id, UUID attempt, String state, Instant due, @Nullable String error);

    /** Gives back what there was no time for; it was no attempt. */
    @Query("""
        update core.message
        set state = 'queued', attempts = attempts - 1, claimed_until = null
        where id = :id and attempt = :attempt and state = 'claimed'\
        """)
    int giveBack(UUID id, UUID attempt);
}
