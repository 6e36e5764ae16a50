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
import java.util.Optional;
import java.util.UUID;

/** All SQL of signing keys, and of what is known of revoked sessions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TokenRepository extends GenericRepository<TokenRepository.KeyRow, String> {
    /** Makes other nodes wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453121)")
    int lockKeys();

    @Query("select kid, purpose, public_jwk, private_jwk, not_before, retires_at from core.signing_key")
    List<KeyRow> keys();

    @Query("""
        insert into core.signing_key (kid, purpose, public_jwk, private_jwk, not_before)
        values (:kid, :purpose, :publicJwk, :privateJwk, :notBefore)
        """)
    void insert(String kid, String purpose, String publicJwk, byte[] privateJwk, Instant notBefore);

    @Query("update core.signing_key set retires_at = :at where purpose = :purpose and retires_at is null")
    void retireKeys(String purpose, Instant at);

    @Query("delete from core.signing_key where retires_at < :before")
    void deleteKeysRetiredBefore(Instant before);

    /** Sessions, clients and single tokens some or all of whose tokens were ended since. */
    @Query("""
        select id, case when revoked_at is null then generation else 2147483647 end as oldest
        from core.session
        where voided_at >= :since
        union all
        select id, case when state = 'active' then generation else 2147483647 end as oldest
        from core.client
        where voided_at >= :since
        union all
        select id, 2147483647 as oldest
        from core.revoked_token
        where revoked_at >= :since
        """)
    List<VoidedRow> voidedSince(Instant since);

    @Query("update core.session set revoked_at = :at, voided_at = :at where id = :id and revoked_at is null")
    int end(UUID id, Instant at);

    @Query("update core.session set revoked_at = :at, voided_at = :at where account_id = :accountId and revoked_at is"
            + " null")
    int endAll(UUID accountId, Instant at);

    /** Of the sessions a client opened; only those renewed since then still have a token that has to be refused. */
    @Query("""
        update core.session
        set revoked_at = :at,
            voided_at = case when coalesce(renewed_at, created_at) > :since then :at else voided_at end
        where client_id = :client and revoked_at is null
        """)
    int endAllBy(UUID client, Instant at, Instant since);

    @Query("""
        update core.session
        set generation = generation + 1, voided_at = :at
        where account_id = :accountId and revoked_at is null
        """)
    int outdateTokens(UUID accountId, Instant at);

    @Query("""
        insert into core.revoked_token (id, revoked_at, expires_at)
        values (:id, :revokedAt, :expiresAt)
        on conflict do nothing
        """)
    int revoke(UUID id, Instant revokedAt, Instant expiresAt);

    /** The session of a refresh token, if it was opened by this client. */
    @Query("""
        select s.id
        from core.refresh_token t
        join core.session s on s.id = t.session_id
        where t.token_hash = :tokenHash and s.client_id = :client
        """)
    Optional<UUID> sessionOf(byte[] tokenHash, UUID client);

    @Query("delete from core.revoked_token where expires_at < :before")
    int forgetRevoked(Instant before);

    /** A signing key as it is stored: the public part to be read by people, the pair sealed. */
    @MappedEntity(value = "signing_key", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record KeyRow(
            @Id String kid,
            String purpose,
            String publicJwk,
            byte[] privateJwk,
            Instant notBefore,
            @Nullable Instant retiresAt) {}

    /** A session, client or token with the oldest generation of tokens that is still accepted. */
    @MappedEntity(value = "session", schema = "core")
    record VoidedRow(@Id UUID id, int oldest) {}
}
