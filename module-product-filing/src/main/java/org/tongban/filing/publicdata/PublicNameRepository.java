package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/**
 * All SQL of the names that are suggested. A name stays when its last product goes, so that writers need not count; whether
 * a public product has it is asked when it is read.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicNameRepository extends GenericRepository<PublicProduct, UUID> {
    /** Keeps a name under each of its keys. */
    @Query("""
        insert into product_filing.public_name (key, shown, folded, of_unit)
        select key, :shown, :folded, :ofUnit from unnest(cast(:keys as text[])) as given (key)
        on conflict do nothing
        """)
    void keep(String[] keys, String shown, String folded, boolean ofUnit);

    /** Says of a name that stands under its keys what it is folded to. */
    @Query("""
        update product_filing.public_name set folded = :folded
         where key = any (cast(:keys as text[])) and of_unit = :ofUnit and shown = :shown and folded <> :folded
        """)
    void fold(String[] keys, String shown, String folded, boolean ofUnit);

    /** Names that stand under their characters alone. */
    @Query(value = """
        select shown as text, of_unit as unit from product_filing.public_name
         where not spelled order by shown, of_unit limit :most for update
        """, nativeQuery = true)
    List<NameRow> unspelled(int most);

    @Query("""
        update product_filing.public_name set spelled = true where not spelled and shown = :shown and of_unit = :ofUnit
        """)
    void spelled(String shown, boolean ofUnit);

    /** Names from a key on and below another, in the order of the keys; of more than 60 the first. */
    @Query(value = """
        select n.shown as text, n.of_unit as unit
          from (select key, shown, folded, of_unit from product_filing.public_name
                 where key >= :begin and key < :end order by key, of_unit, shown limit 60) n
         where case when n.of_unit
                   then (select true from product_filing.public_product p where p.unit_key = n.folded limit 1)
                   else (select true from product_filing.public_product p where p.name_key = n.folded limit 1) end
         order by n.key, n.of_unit, n.shown limit 24
        """, nativeQuery = true)
    List<NameRow> beginning(String begin, String end);
}
