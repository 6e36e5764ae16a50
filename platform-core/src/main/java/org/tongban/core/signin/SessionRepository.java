package org.tongban.core.signin;

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

/** All SQL of sessions and their refresh tokens. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<SessionRepository.RefreshRow, UUID> {
    @Query("""
        insert into core.session
            (id, account_id, realm, client_id, created_at, expires_at, address, user_agent, opened_by, gated)
        values (:id, :accountId, :realm, :clientId, :createdAt, :expiresAt, :address, :userAgent, :openedBy, :gated)
        """)
    void insert(
            UUID id,
            UUID accountId,
            String realm,
            @Nullable UUID clientId,
            Instant createdAt,
            Instant expiresAt,
            String address,
            @Nullable String userAgent,
            String openedBy,
            boolean gated);

    @Query("""
        insert into core.refresh_token (token_hash, session_id, created_at)
        values (:tokenHash, :sessionId, :createdAt)
        """)
    void insertToken(byte[] tokenHash, UUID sessionId, Instant createdAt);

    /** The refresh token with its session; both stay as they are until the transaction ends. */
    @Query("""
        select s.id, s.account_id, s.client_id, s.generation, s.created_at, s.expires_at, s.revoked_at, s.gated, t.rotated_at
        from core.refresh_token t
        join core.session s on s.id = t.session_id
        where t.token_hash = :tokenHash
        for update
        """)
    Optional<RefreshRow> lock(byte[] tokenHash);

    @Query("update core.refresh_token set rotated_at = :at where token_hash = :tokenHash")
    void markRotated(byte[] tokenHash, Instant at);

    @Query("update core.session set expires_at = :expiresAt, renewed_at = :at, gated = :gated where id = :id")
    void extend(UUID id, Instant expiresAt, Instant at, boolean gated);

    /** The sessions that an account may go on with, newest first. */
    @Query("""
        select id, created_at, renewed_at, expires_at, address, user_agent, opened_by
        from core.session
        where account_id = :accountId and revoked_at is null and expires_at > :at
        order by id desc
        """)
    List<SignInRow> open(UUID accountId, Instant at);

    @Query("""
        select id, created_at, renewed_at, expires_at, address, user_agent, opened_by
        from core.session
        where account_id = :accountId and id < :edge
        order by id desc
        limit :most
        """)
    List<SignInRow> below(UUID accountId, UUID edge, int most);

    /** From where the newest sign-ins since then came, as far as they speak for the account. */
    @Query("""
        select address
        from core.session
        where account_id = :accountId and address_known and address is not null and created_at > :since
        order by id desc
        limit :most
        """)
    List<String> addresses(UUID accountId, Instant since, int most);

    @Query("update core.session set address_known = false where account_id = :accountId and address_known")
    void forgetAddresses(UUID accountId);

    @Query("select exists (select 1 from core.session where id = :id and account_id = :accountId and revoked_at is"
            + " null)")
    boolean isOpen(UUID id, UUID accountId);

    @Query("delete from core.refresh_token where rotated_at < :before")
    int deleteRotatedBefore(Instant before);

    @Query("delete from core.session where expires_at < :before")
    int deleteExpiredBefore(Instant before);

    /** A refresh token's session. */
    @MappedEntity(value = "session", schema = "core")
    record RefreshRow(
            @Id UUID id,
            UUID accountId,
            @Nullable UUID clientId,
            int generation,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean gated,
            @Nullable Instant rotatedAt) {}

    /** A sign-in: the session it opened. */
    @MappedEntity(value = "session", schema = "core")
    record SignInRow(
            @Id UUID id,
            Instant createdAt,
            @Nullable Instant renewedAt,
            Instant expiresAt,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String openedBy) {}
}
