package org.tongban.filing.unit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** All SQL of units. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnitRepository extends GenericRepository<FilingUnit, UUID> {
    @Query("""
        select id, organisation, state, origin, created_at
          from product_filing.unit
         where organisation = :organisation
        """)
    Optional<FilingUnit> ofOrganisation(UUID organisation);

    @Query("""
        select id, organisation, state, origin, created_at
          from product_filing.unit
         where id = :id
        """)
    Optional<FilingUnit> ofId(UUID id);

    @Query("""
        insert into product_filing.unit (id, organisation, state, origin, created_at)
        values (:id, :organisation, :state, :origin, :createdAt)
        on conflict (organisation) do nothing
        """)
    void add(FilingUnit unit);
}
