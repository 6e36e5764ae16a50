package org.tongban.identity.recovery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All SQL of recoveries. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecoveryRepository extends GenericRepository<RecoveryRepository.RecoveryRow, UUID> {
    @Query("""
        insert into identity.recovery (id, accounts, created_at)
        values (:id, cast(:accounts as text[]), :at)
        """)
    void insert(UUID id, String[] accounts, Instant at);

    @Query("select id, accounts from identity.recovery where id = :id")
    Optional<RecoveryRow> find(UUID id);

    @Query("delete from identity.recovery where created_at < :before")
    int deleteBefore(Instant before);

    /**
     * What was found for who asked.
     *
     * @param id that of the code that was sent
     * @param accounts the first is the one whose phone the code went to; none where nothing was found
     */
    @MappedEntity(value = "recovery", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record RecoveryRow(@Id UUID id, String[] accounts) {}
}
