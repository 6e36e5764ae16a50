package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of stored answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdempotencyKeyRepository extends GenericRepository<StoredAnswer, UUID> {
    /** 1 where the key is the caller's first; 0 where it was there, after waiting for whoever had it under way. */
    @Query("""
        insert into core.idempotency_key (caller, key, request_hash, created_at)
        values (:caller, :key, :hash, :now)
        on conflict (caller, key) do nothing\
        """)
    int claim(UUID caller, String key, byte[] hash, Instant now);

    @Query("""
        select caller, key, request_hash, status, location, etag, body
        from core.idempotency_key
        where caller = :caller and key = :key\
        """)
    StoredAnswer find(UUID caller, String key);

    @Query("""
        update core.idempotency_key
        set status = :status, location = :location, etag = :etag, body = :body
        where caller = :caller and key = :key\
        """)
    void store(UUID caller, String key, int status, @Nullable String location, @Nullable String etag, byte[] body);

    @Query("delete from core.idempotency_key where created_at < :before")
    int forget(Instant before);
}
