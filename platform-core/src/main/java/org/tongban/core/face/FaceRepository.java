package org.tongban.core.face;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of face verifications. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FaceRepository extends GenericRepository<FaceRepository.FaceRow, UUID> {
    /** A face verification as it is stored. */
    @MappedEntity(value = "face_verification", schema = "core")
    record FaceRow(
            @Id UUID id,
            String purpose,
            byte[] nameDigest,
            byte[] numberDigest,
            String state,
            String reason,
            Instant startedAt,
            Instant expiresAt,
            @Nullable Instant decidedAt) {
        FaceState state(Instant now) {
            var kept = FaceState.of(state);
            return kept.isOpen() && !expiresAt.isAfter(now) ? FaceState.EXPIRED : kept;
        }
    }

    /** How many an owner has started, and the first of them. */
    @MappedEntity
    record Tally(long started, @Nullable Instant oldest) {}

    /** Makes others of the same owner wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:key)")
    int lock(long key);

    @Query("""
        select count(*) as started, min(started_at) as oldest
        from core.face_verification
        where owner = :owner and started_at > :since
        """)
    Tally tally(UUID owner, Instant since);

    @Query("""
        insert into core.face_verification
            (id, owner_kind, owner, purpose, token_hash, name_digest, number_digest, subject_index, state,
             started_at, expires_at)
        values (:id, :ownerKind, :owner, :purpose, :tokenHash, :nameDigest, :numberDigest, :subjectIndex, 'waiting',
                :startedAt, :expiresAt)
        """)
    void insert(
            UUID id,
            String ownerKind,
            UUID owner,
            String purpose,
            byte[] tokenHash,
            byte[] nameDigest,
            byte[] numberDigest,
            byte[] subjectIndex,
            Instant startedAt,
            Instant expiresAt);

    @Query("""
        select id, purpose, name_digest, number_digest, state, reason, started_at, expires_at, decided_at
        from core.face_verification
        where id = :id and owner = :owner and owner_kind = :ownerKind
        """)
    Optional<FaceRow> find(UUID id, String ownerKind, UUID owner);

    /** The one of a token; of many results at once each waits for the one before. */
    @Query("""
        select id, purpose, name_digest, number_digest, state, reason, started_at, expires_at, decided_at
        from core.face_verification
        where token_hash = :tokenHash
        for update
        """)
    Optional<FaceRow> lockByToken(byte[] tokenHash);

    @Query("""
        update core.face_verification
        set state = :state, reason = :reason, client = :client, decided_at = :now
        where id = :id and state in ('waiting', 'scanned')
        """)
    int decide(UUID id, String state, String reason, UUID client, Instant now);

    /** The one of a token that waits, which the app has read now or before. */
    @Query("""
        update core.face_verification
        set state = 'scanned'
        where token_hash = :tokenHash and state in ('waiting', 'scanned') and expires_at > :now
        returning id, purpose, name_digest, number_digest, state, reason, started_at, expires_at, decided_at
        """)
    @Nullable
    FaceRow scan(byte[] tokenHash, Instant now);

    @Query("""
        update core.face_verification
        set state = 'used'
        where id = :id and owner = :owner and owner_kind = :ownerKind and purpose = :purpose
          and subject_index = :subjectIndex and state = 'matched' and decided_at > :since
        """)
    int use(UUID id, String ownerKind, UUID owner, String purpose, byte[] subjectIndex, Instant since);

    @Query("delete from core.face_verification where started_at < :before")
    int deleteBefore(Instant before);
}
