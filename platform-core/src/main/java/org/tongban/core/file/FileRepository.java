package org.tongban.core.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL on files. Sets of ids come as text, because the driver knows no type for an array of UUIDs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface FileRepository extends GenericRepository<StoredFile, UUID> {
    @Query("""
        select id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type, record_id,
               sealed_at, doomed_at, finding, cleaned, encrypted,
               cast(listing as text) as listing
        from core.file
        where id = :id
        """)
    Optional<StoredFile> find(UUID id);

    @Query("""
        select id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type, record_id,
               sealed_at, doomed_at, finding, cleaned, encrypted,
               cast(listing as text) as listing
        from core.file
        where id = any (cast(:ids as uuid[]))
        """)
    List<StoredFile> findAll(String[] ids);

    @Query("""
        insert into core.file (id, storage_key, slot, state, uploader, name, created_at)
        values (:id, :storageKey, :slot, 'QUARANTINED', :uploader, :name, :createdAt)
        """)
    void insertIntent(UUID id, String storageKey, String slot, UUID uploader, String name, Instant createdAt);

    /** Writes down what came of an intent: its bytes are in the store. */
    @Query("""
        update core.file
        set name = :name, type = :type, size = :size, sha256 = :sha256, cleaned = :cleaned, encrypted = :encrypted,
            listing = cast(:listing as jsonb)
        where id = :id and state = 'QUARANTINED' and sha256 is null and doomed_at is null
        """)
    int updateToStored(
            UUID id,
            String name,
            String type,
            long size,
            String sha256,
            boolean cleaned,
            boolean encrypted,
            @Nullable String listing);

    /** Ends the quarantine of a file whose bytes have come; how long it may stay counts from then. */
    @Query("""
        update core.file
        set state = :state, finding = :finding, created_at = :now
        where id = :id and state = 'QUARANTINED' and sha256 is not null and doomed_at is null
        """)
    int updateState(UUID id, FileState state, @Nullable String finding, Instant now);

    /** Takes the file that has waited longest for its scan; none that another took after {@code before}. */
    @Query("""
        update core.file
        set scan_at = :now
        where id in (
            select id
            from core.file
            where state = 'QUARANTINED' and sha256 is not null and doomed_at is null
              and (scan_at is null or scan_at < :before)
            order by scan_at nulls first, id
            limit 1
            for update skip locked)
        returning id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type,
                  record_id, sealed_at, doomed_at, finding, cleaned, encrypted,
                  cast(listing as text) as listing
        """)
    List<StoredFile> updateToScanned(Instant now, Instant before);

    /** Files that did not pass, or not yet, newest first. */
    @Query("""
        select id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type, record_id,
               sealed_at, doomed_at, finding, cleaned, encrypted,
               cast(listing as text) as listing
        from core.file
        where state = :state and state <> 'CLEAN' and sha256 is not null and id < :edge
        order by id desc
        limit :most
        """)
    List<StoredFile> withheld(FileState state, UUID edge, int most);

    /** Uploads whose bytes have not all come, newest first. */
    @Query("""
        select id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type, record_id,
               sealed_at, doomed_at, finding, cleaned, encrypted,
               cast(listing as text) as listing
        from core.file
        where sha256 is null and id < :edge
        order by id desc
        limit :most
        """)
    List<StoredFile> unfinished(UUID edge, int most);

    /** How many uploads began before a moment and have no outcome, counted up to a number. */
    @Query("""
        select count(*)
        from (select 1 from core.file where sha256 is null and created_at < :before limit :most) as counted
        """)
    long countUnfinished(Instant before, int most);

    /** How many files wait for their scan, counted up to a number. */
    @Query("""
        select count(*)
        from (select 1 from core.file where state = 'QUARANTINED' and sha256 is not null limit :most) as counted
        """)
    long countQuarantined(int most);

    @Query("""
        update core.file
        set record_type = :recordType, record_id = :recordId
        where id = any (cast(:ids as uuid[])) and state = 'CLEAN' and doomed_at is null
          and (record_id is null or (record_type = :recordType and record_id = :recordId))
        """)
    int updateRecord(String[] ids, String recordType, UUID recordId);

    @Query("""
        update core.file
        set record_type = null, record_id = null, created_at = :now
        where id = any (cast(:ids as uuid[])) and record_type = :recordType and record_id = :recordId
          and sealed_at is null
        """)
    int updateToReleased(String[] ids, String recordType, UUID recordId, Instant now);

    @Query("""
        update core.file
        set sealed_at = :now
        where record_type = :recordType and record_id = :recordId and sealed_at is null
        """)
    int updateToSealed(String recordType, UUID recordId, Instant now);

    @Query("""
        update core.file
        set record_type = null, record_id = null, sealed_at = null, doomed_at = :now
        where record_type = :recordType and record_id = :recordId
        """)
    int updateToDiscarded(String recordType, UUID recordId, Instant now);

    /**
     * Chooses files that no record took, intents without outcome, and what did not pass long ago; those chosen before and
     * left over come again.
     */
    @Query("""
        update core.file
        set doomed_at = :now
        where id in (
            select id
            from core.file
            where record_id is null
              and (doomed_at is not null
                   or (sha256 is null and created_at < :intentsBefore)
                   or (state = 'CLEAN' and created_at < :filesBefore)
                   or created_at < :withheldBefore)
            order by created_at
            limit :most
            for update skip locked)
        returning id, storage_key, slot, state, uploader, name, type, size, sha256, created_at, record_type,
                  record_id, sealed_at, doomed_at, finding, cleaned, encrypted,
                  cast(listing as text) as listing
        """)
    List<StoredFile> updateToDoomed(
            Instant now, Instant intentsBefore, Instant filesBefore, Instant withheldBefore, int most);

    /** How many files that nothing has taken somebody has and wants. */
    @Query("select count(*) from core.file where uploader = :uploader and record_id is null and doomed_at is null")
    long countLoose(UUID uploader);

    /** How many files of somebody are marked for removal and not removed yet. */
    @Query("select count(*) from core.file where uploader = :uploader and record_id is null and doomed_at is not null")
    long countMarkedForRemoval(UUID uploader);

    /**
     * Marks files of somebody that no record took, nor any filed form, for removal by {@code doomed_at}: nothing can take them
     * any more, and the sweep that {@link #updateToDoomed} begins removes them.
     */
    @Query("""
        update core.file
        set doomed_at = :now
        where id = any (cast(:ids as uuid[])) and uploader = :uploader and record_id is null and doomed_at is null
        """)
    int markForRemoval(String[] ids, UUID uploader, Instant now);

    @Query("delete from core.file where id = :id and record_id is null")
    int delete(UUID id);
}
