package org.tongban.core.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All SQL of known devices. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeviceRepository extends GenericRepository<DeviceRepository.DeviceRow, UUID> {
    @Query("select id from core.known_device where token_hash = :tokenHash and account_id = :accountId")
    Optional<DeviceRow> find(byte[] tokenHash, UUID accountId);

    /** Answers 0 where the device is not one of the account's. */
    @Query("update core.known_device set last_used_at = :at where token_hash = :tokenHash and account_id = :accountId")
    int touch(byte[] tokenHash, UUID accountId, Instant at);

    /** Adds a device, and forgets those of the account that were used least lately beyond so many others. */
    @Query("""
        with forgotten as (
            delete from core.known_device
            where id in (select id from core.known_device
                         where account_id = :accountId
                         order by last_used_at desc, id desc
                         offset :others))
        insert into core.known_device (id, account_id, token_hash, created_at, last_used_at)
        values (:id, :accountId, :tokenHash, :at, :at)
        """)
    void insert(UUID id, UUID accountId, byte[] tokenHash, Instant at, int others);

    @Query("delete from core.known_device where account_id = :accountId")
    void forget(UUID accountId);

    @Query("delete from core.known_device where last_used_at < :before")
    int deleteUnusedSince(Instant before);

    /** A known device. */
    @MappedEntity(value = "known_device", schema = "core")
    record DeviceRow(@Id UUID id) {}
}
