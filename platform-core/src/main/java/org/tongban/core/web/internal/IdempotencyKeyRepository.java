package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of stored answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdempotencyKeyRepository extends GenericRepository<StoredAnswer, UUID> {
    /**
     * 1 where the key is now the claim's: it is the caller's first, or who had it is gone. 0 where another has it or has
     * answered, after waiting for a transaction under way.
     */
    @Query("""
        insert into core.idempotency_key (caller, key, request_hash, created_at, claim, leased_until)
        values (:caller, :key, :hash, :now, :claim, :until)
        on conflict (caller, key) do update
        set request_hash = :hash, created_at = :now, claim = :claim, leased_until = :until
        where core.idempotency_key.status is null and core.idempotency_key.leased_until <= :now\
        """)
    int claim(UUID caller, String key, byte[] hash, Instant now, UUID claim, Instant until);

    @Query("""
        select caller, key, request_hash, status, location, etag, coalesce(body, cast('' as bytea)) as body,
            leased_until
        from core.idempotency_key
        where caller = :caller and key = :key\
        """)
    Optional<StoredAnswer> find(UUID caller, String key);

    /** 0 where the claim has lost its key. */
    @Query("""
        update core.idempotency_key
        set request_hash = :hash, status = :status, location = :location, etag = :etag, body = :body
        where caller = :caller and key = :key and claim = :claim and status is null\
        """)
    int store(
            UUID caller,
            String key,
            UUID claim,
            byte[] hash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            byte[] body);

    @Query("""
        delete from core.idempotency_key
        where caller = :caller and key = :key and claim = :claim and status is null\
        """)
    int release(UUID caller, String key, UUID claim);

    @Query("""
        update core.idempotency_key
        set leased_until = :until
        where claim = any(cast(:claims as uuid[])) and status is null\
        """)
    int renew(String[] claims, Instant until);

    @Query("delete from core.idempotency_key where created_at < :before")
    int forget(Instant before);

    @Query("delete from core.idempotency_key where status is null and leased_until <= :now")
    int sweep(Instant now);

    /** Requests that died without an outcome before a moment, newest first, below one of them. */
    @Query(value = """
        select claim, caller, key, created_at, leased_until
        from core.idempotency_key
        where status is null and leased_until < :before and claim < :edge
        order by claim desc
        limit :most\
        """, nativeQuery = true)
    List<UnfinishedRequest> unfinished(Instant before, UUID edge, int most);

    /** How many requests died without an outcome before a moment, counted up to a number. */
    @Query(value = """
        select count(*) from (
            select 1 from core.idempotency_key where status is null and leased_until < :before limit :most) as counted\
        """, nativeQuery = true)
    long countUnfinished(Instant before, int most);
}
