package org.tongban.core.code;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of codes and their proofs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CodeRepository extends GenericRepository<CodeRepository.CodeRow, UUID> {
    /**
     * A code that was sent.
     *
     * @param target sealed; empty where it was sent to nobody
     * @param digest keyed hash of the code
     * @param tries how many times it was tried
     */
    @MappedEntity(value = "code", schema = "core")
    record CodeRow(@Id UUID id, byte[] target, byte[] digest, int tries) {}

    /** How many codes went to a target and to a login within a day, and for an address within an hour. */
    @MappedEntity
    record Tally(
            long target,
            @Nullable Instant targetOldest,
            @Nullable Instant targetNewest,
            long login,
            @Nullable Instant loginOldest,
            @Nullable Instant loginNewest,
            long address,
            @Nullable Instant addressOldest) {}

    /** Makes others that count by the same thing wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:key)")
    int lock(long key);

    @Query("""
        select count(*) filter (where target_index = :target and target <> '') as target,
               min(created_at) filter (where target_index = :target and target <> '') as target_oldest,
               max(created_at) filter (where target_index = :target and target <> '') as target_newest,
               count(*) filter (where login_index = :login) as login,
               min(created_at) filter (where login_index = :login) as login_oldest,
               max(created_at) filter (where login_index = :login) as login_newest,
               count(*) filter (where address_index = :address and created_at > :hourAgo) as address,
               min(created_at) filter (where address_index = :address and created_at > :hourAgo) as address_oldest
        from core.code
        where (target_index = :target and created_at > :dayAgo)
           or (login_index = :login and created_at > :dayAgo)
           or (address_index = :address and created_at > :hourAgo)
        """)
    Tally tally(byte[] target, byte[] login, byte[] address, Instant dayAgo, Instant hourAgo);

    /** Counts one more on a day; answers 0 where as many have been sent as may be. */
    @Query("""
        insert into core.code_day (day, sent)
        values (:day, 1)
        on conflict (day) do update set sent = code_day.sent + 1 where code_day.sent < :most
        """)
    int spend(LocalDate day, int most);

    /** How many were counted on a day. */
    @Query("select sent from core.code_day where day = :day")
    Optional<Integer> spent(LocalDate day);

    @Query("""
        insert into core.code (id, purpose, realm, session_id, target, target_index, login_index, address_index, digest,
                               tries, state, created_at, expires_at)
        values (:id, :purpose, :realm, cast(:session as uuid), :target, :targetIndex, :loginIndex, :addressIndex, :digest,
                0, 'open', :now, :expiresAt)
        """)
    void insert(
            UUID id,
            String purpose,
            String realm,
            @Nullable UUID session,
            byte[] target,
            byte[] targetIndex,
            byte[] loginIndex,
            byte[] addressIndex,
            byte[] digest,
            Instant now,
            Instant expiresAt);

    /** Takes a try before it is looked at; of many at once each gets its own, and none once the tries are used up. */
    @Query(value = """
        update core.code
        set tries = tries + 1
        where id = :id and state = 'open' and tries < :most and expires_at > :now
          and session_id is not distinct from cast(:session as uuid)
        returning id, target, digest, tries\
        """, nativeQuery = true)
    @Nullable
    CodeRow attempt(UUID id, @Nullable UUID session, int most, Instant now);

    @Query("""
        update core.code
        set state = 'proven', proof_hash = :proofHash, proof_expires_at = :expiresAt
        where id = :id
        """)
    void prove(UUID id, byte[] proofHash, Instant expiresAt);

    /** Uses a proof up; who comes second waits for the first's transaction, and gets it if that rolls back. */
    @Query(value = """
        update core.code
        set state = 'consumed'
        where proof_hash = :proofHash and state = 'proven' and purpose = :purpose and realm = :realm
          and session_id is not distinct from cast(:session as uuid) and proof_expires_at > :now
        returning id, target, digest, tries\
        """, nativeQuery = true)
    @Nullable
    CodeRow consume(byte[] proofHash, String purpose, String realm, @Nullable UUID session, Instant now);

    /** What a good proof proves, which is not used up by this. */
    @Query("""
        select id, target, digest, tries
        from core.code
        where proof_hash = :proofHash and state = 'proven' and purpose = :purpose and realm = :realm
          and session_id is null and proof_expires_at > :now
        """)
    Optional<CodeRow> proven(byte[] proofHash, String purpose, String realm, Instant now);

    /** The code whose proof is good for one of the purposes, whoever presents it. */
    @Query("""
        select id
        from core.code
        where proof_hash = :proofHash and state = 'proven' and purpose = any (cast(:purposes as text[]))
          and session_id is null and proof_expires_at > :now
        """)
    Optional<UUID> holder(byte[] proofHash, String[] purposes, Instant now);

    @Query("delete from core.code where created_at < :before")
    int deleteBefore(Instant before);

    @Query("delete from core.code_day where day < :before")
    int deleteDaysBefore(LocalDate before);
}
