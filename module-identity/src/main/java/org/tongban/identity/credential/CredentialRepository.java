package org.tongban.identity.credential;

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
import org.jspecify.annotations.Nullable;

/** All SQL of credentials: their sessions, what was said once, and what is revoked. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CredentialRepository extends GenericRepository<CredentialRepository.SessionRow, UUID> {
    /** Answers 0 where the provider has said this before. */
    @Query("""
        insert into identity.credential_nonce (provider, nonce_index, expires_at)
        values (:provider, :nonceIndex, :expiresAt)
        on conflict do nothing
        """)
    int use(UUID provider, byte[] nonceIndex, Instant expiresAt);

    @Query("select exists (select 1 from identity.credential_revocation where provider = :provider and serial ="
            + " :serial)")
    boolean isRevoked(UUID provider, String serial);

    /** Answers 0 where the serial was revoked before. */
    @Query("""
        insert into identity.credential_revocation (provider, serial, revoked_at)
        values (:provider, :serial, :at)
        on conflict do nothing
        """)
    int revoke(UUID provider, String serial, Instant at);

    /** Makes who opens or revokes by the same serial wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:turn)")
    int lock(long turn);

    @Query("""
        insert into identity.credential_session
            (id, provider, serial, kind, organisation, holder_name, holder_id_type, holder_number, opened_at, expires_at)
        values (:id, :provider, :serial, :kind, :organisation, :holderName, :holderIdType, :holderNumber, :openedAt,
                :expiresAt)
        """)
    void insert(
            UUID id,
            UUID provider,
            String serial,
            String kind,
            UUID organisation,
            @Nullable String holderName,
            @Nullable String holderIdType,
            byte[] holderNumber,
            Instant openedAt,
            Instant expiresAt);

    /** The session of an id, unless its serial is revoked or its time is over. */
    @Query("""
        select s.id, s.provider, s.serial, s.organisation, s.holder_name, s.holder_id_type, s.holder_number
          from identity.credential_session s
         where s.id = :id and s.expires_at > :now
           and not exists (
               select 1
                 from identity.credential_revocation r
                where r.provider = s.provider and r.serial = s.serial)
        """)
    Optional<SessionRow> find(UUID id, Instant now);

    @Query("select id from identity.credential_session where provider = :provider and serial = :serial and expires_at"
            + " > :now")
    List<UUID> openOf(UUID provider, String serial, Instant now);

    @Query("delete from identity.credential_nonce where expires_at < :before")
    int forgetNonces(Instant before);

    @Query("delete from identity.credential_session where expires_at < :before")
    int forgetSessions(Instant before);

    /** A session as it is stored. */
    @MappedEntity(value = "credential_session", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record SessionRow(
            @Id UUID id,
            UUID provider,
            String serial,
            UUID organisation,
            @Nullable String holderName,
            @Nullable String holderIdType,
            byte[] holderNumber) {
        @Override
        public String toString() {
            return "SessionRow[" + id + "]";
        }
    }
}
