package org.tongban.filing.unit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of units' names. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnitNameRepository extends GenericRepository<UnitName, UUID> {
    String ROW = """
        select id, unit, folded, name, former, own,
               exists (
                   select 1
                     from product_filing.unit_name other
                     join product_filing.unit u on u.id = other.unit
                    where other.folded = n.folded and other.unit <> n.unit and u.state = 'VERIFIED') as shared
          from product_filing.unit_name n
        """;

    /** The present name first. */
    @Query(ROW + " where unit = :unit order by former, id")
    List<UnitName> of(UUID unit);

    @Query(ROW + " where id = :id")
    Optional<UnitName> ofId(UUID id);

    @Query("""
        insert into product_filing.unit_name as known (id, unit, folded, name, former)
        values (:id, :unit, :folded, :name, :former)
        on conflict (unit, folded) do update set name = excluded.name, former = excluded.former
        where (known.name, known.former) is distinct from (excluded.name, excluded.former)
        """)
    void note(UUID id, UUID unit, String folded, String name, boolean former);

    @Query("delete from product_filing.unit_name where unit = :unit and folded <> all (cast(:kept as text[]))")
    void forgetOthers(UUID unit, String[] kept);

    @Query("update product_filing.unit_name set own = :own, answered_by = :account, answered_at = :now where id = :id")
    void answer(UUID id, boolean own, UUID account, Instant now);
}
