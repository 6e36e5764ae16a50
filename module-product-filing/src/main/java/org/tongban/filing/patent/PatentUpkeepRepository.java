package org.tongban.filing.patent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** All SQL of the rounds that keep patents current. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PatentUpkeepRepository extends GenericRepository<PatentUpkeep, UUID> {
    @Query("""
        select unit, imported, due_on, phase, behind
          from product_filing.patent_upkeep
         where due_on <= :today
         order by due_on, unit
         limit 1
        """)
    Optional<PatentUpkeep> next(LocalDate today);

    /** From the day on the unit's patents are kept current; what it was said before to import, it goes on importing. */
    @Query("""
        insert into product_filing.patent_upkeep as known (unit, imported, due_on, phase, behind)
        values (:unit, :imported, :dueOn, 'HELD', '')
        on conflict (unit) do update set imported = true
        where excluded.imported and not known.imported
        """)
    void enrol(UUID unit, boolean imported, LocalDate dueOn);

    @Query("""
        update product_filing.patent_upkeep set due_on = :dueOn, phase = :phase, behind = :behind where unit = :unit
        """)
    void goOn(UUID unit, LocalDate dueOn, PatentUpkeep.Phase phase, String behind);
}
