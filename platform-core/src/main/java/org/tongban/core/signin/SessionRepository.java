package org.tongban.core.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All SQL of sessions and their refresh tokens. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<SessionRepository.RefreshRow, UUID> {
    @Query("""
        insert into core.session (id, account_id, realm, created_at, expires_at)
        values (:id, :accountId, :realm, :createdAt, :expiresAt)
        """)
    void insert(UUID id, UUID accountId, String realm, Instant createdAt, Instant expiresAt);

    @Query("""
        insert into core.refresh_token (token_hash, session_id, created_at)
        values (:tokenHash, :sessionId, :createdAt)
        """)
    void insertToken(byte[] tokenHash, UUID sessionId, Instant createdAt);

    /** The refresh token with its session; both stay as they are until the transaction ends. */
    @Query("""
        select s.id, s.account_id, s.generation, s.expires_at, s.revoked_at, t.rotated_at
        from core.refresh_token t
        join core.session s on s.id = t.session_id
        where t.token_hash = :tokenHash
        for update
        """)
    Optional<RefreshRow> lock(byte[] tokenHash);

    @Query("update core.refresh_token set rotated_at = :at where token_hash = :tokenHash")
    void markRotated(byte[] tokenHash, Instant at);

    @Query("update core.session set expires_at = :expiresAt where id = :id")
    void extend(UUID id, Instant expiresAt);

    @Query("delete from core.refresh_token where rotated_at < :before")
    int deleteRotatedBefore(Instant before);

    @Query("delete from core.session where expires_at < :before")
    int deleteExpiredBefore(Instant before);

    /** A refresh token's session. */
    @MappedEntity(value = "session", schema = "core")
    record RefreshRow(
            @Id UUID id,
            UUID accountId,
            int generation,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant rotatedAt) {}
}
