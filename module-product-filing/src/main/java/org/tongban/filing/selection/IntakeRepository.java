package org.tongban.filing.selection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongban.filing.recognition.Recognition;

/** All SQL of the taking of products into a round (PF-50). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IntakeRepository extends GenericRepository<Recognition, UUID> {
    /** Of a filed product p and a round r: filed or updated in time, its unit takes part, and no revocation bars it. */
    String TAKES_PART = """
               p.state = 'FILED' and p.data_year = r.data_year and p.filed_on <= r.filing_deadline
           and coalesce(cast(p.product ->> 'takesPart' as boolean), true)
           and not exists (
               select 1 from product_filing.recognition taken where taken.product = p.id and taken.year = r.year)
           and not exists (
               select 1 from product_filing.recognition lost
                where lost.product = p.id and lost.state = 'REVOKED' and lost.year > r.year - :gap)
        """;

    /** The next products that the round takes. */
    @Query("""
        select p.id
          from product_filing.product p
          join product_filing.round r on r.year = :year
         where p.id > :after and
        """ + TAKES_PART + " order by p.id limit :rows")
    List<UUID> next(int year, int gap, UUID after, int rows);

    /** Makes candidates of them; {@code ids} are those of the new records, in the order of the products. */
    @Query("""
        insert into product_filing.recognition (id, product, unit, year, state, version, created_at, changed_at)
        select given.id, p.id, p.unit, :year, 'CANDIDATE', 1, :now, :now
          from unnest(cast(:ids as uuid[]), cast(:products as uuid[])) as given (id, product)
          join product_filing.product p on p.id = given.product and p.state = 'FILED'
        on conflict do nothing
        """)
    long take(String[] ids, String[] products, int year, Instant now);
}
