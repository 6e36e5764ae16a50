package org.tongban.core.token;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All SQL of signing keys, and of what is known of revoked sessions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TokenRepository extends GenericRepository<TokenRepository.KeyRow, String> {
    /** Makes other nodes wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453121)")
    int lockKeys();

    @Query("select kid, public_jwk, private_jwk, not_before, retires_at from core.signing_key")
    List<KeyRow> keys();

    @Query("""
        insert into core.signing_key (kid, public_jwk, private_jwk, not_before)
        values (:kid, :publicJwk, :privateJwk, :notBefore)
        """)
    void insert(String kid, String publicJwk, byte[] privateJwk, Instant notBefore);

    @Query("update core.signing_key set retires_at = :at where retires_at is null")
    void retireKeys(Instant at);

    @Query("delete from core.signing_key where retires_at < :before")
    void deleteKeysRetiredBefore(Instant before);

    @Query("""
        select id, case when revoked_at is null then generation else 2147483647 end as oldest
        from core.session
        where voided_at >= :since
        """)
    List<VoidedRow> voidedSince(Instant since);

    @Query("update core.session set revoked_at = :at, voided_at = :at where id = :id and revoked_at is null")
    int end(UUID id, Instant at);

    @Query("update core.session set revoked_at = :at, voided_at = :at where account_id = :accountId and revoked_at is"
            + " null")
    int endAll(UUID accountId, Instant at);

    @Query("""
        update core.session
        set generation = generation + 1, voided_at = :at
        where account_id = :accountId and revoked_at is null
        """)
    int outdateTokens(UUID accountId, Instant at);

    /** A signing key as it is stored: the public part to be read by people, the pair sealed. */
    @MappedEntity(value = "signing_key", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record KeyRow(
            @Id String kid,
            String publicJwk,
            byte[] privateJwk,
            Instant notBefore,
            @Nullable Instant retiresAt) {}

    /** A session with the oldest generation of its tokens that is still accepted. */
    @MappedEntity(value = "session", schema = "core")
    record VoidedRow(@Id UUID id, int oldest) {}
}
