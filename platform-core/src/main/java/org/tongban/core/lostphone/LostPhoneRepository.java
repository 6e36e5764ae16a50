package org.tongban.core.lostphone;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of requests for another phone. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LostPhoneRepository extends GenericRepository<LostPhone, UUID> {
    @Query("""
        insert into core.lost_phone (id, account, new_phone, state, document, asked_at)
        values (:id, cast(:account as uuid), :newPhone, :state, cast(:document as jsonb), :now)
        """)
    void insert(UUID id, @Nullable UUID account, byte[] newPhone, String state, String document, Instant now);

    @Query(value = """
        select id, account, new_phone, state, cast(document as text) as document, asked_at, effective_at
        from core.lost_phone
        where id = :id
        for update\
        """, nativeQuery = true)
    Optional<LostPhone> lock(UUID id);

    @Query("update core.lost_phone set state = :state, effective_at = cast(:effectiveAt as timestamptz) where id = :id")
    void move(UUID id, String state, @Nullable Instant effectiveAt);

    /** Stops what is still to come of an account's requests; answers how many. */
    @Query("""
        update core.lost_phone
        set state = 'stopped', effective_at = null
        where account = :account and state in ('asked', 'agreed', 'granted')
        """)
    int stopAll(UUID account);

    /** Takes the next request whose day is over; others take others meanwhile. */
    @Query(value = """
        select id, account, new_phone, state, cast(document as text) as document, asked_at, effective_at
        from core.lost_phone
        where state = 'granted' and effective_at <= :now
        order by effective_at
        limit 1
        for update skip locked\
        """, nativeQuery = true)
    Optional<LostPhone> nextDue(Instant now);

    /** Requests for accounts that there are not, old enough to be forgotten. */
    @Query(value = """
        select id, account, new_phone, state, cast(document as text) as document, asked_at, effective_at
        from core.lost_phone
        where state = 'nobody' and asked_at < :before
        order by asked_at
        limit :most
        for update skip locked\
        """, nativeQuery = true)
    List<LostPhone> nobodysBefore(Instant before, int most);

    @Query("delete from core.lost_phone where id = :id")
    void delete(UUID id);
}
