package org.tongban.core.reference;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** All SQL of the imported editions of reference sets. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReferenceRepository extends GenericRepository<ReferenceRepository.Row, String> {
    /** Makes other imports wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453126)")
    int lock();

    @Query("select name, cast(entries as text) as entries, version from core.reference_edition")
    List<Row> all();

    @Query("""
        insert into core.reference_edition (name, entries, version, imported_at)
        values (:name, cast(:entries as jsonb), 1, :importedAt)
        on conflict (name) do update
        set entries = excluded.entries,
            version = core.reference_edition.version + 1,
            imported_at = excluded.imported_at
        """)
    void put(String name, String entries, Instant importedAt);

    /** A set's present edition, its entries as JSON in their order. */
    @MappedEntity(value = "reference_edition", schema = "core")
    record Row(@Id String name, String entries, long version) {}
}
