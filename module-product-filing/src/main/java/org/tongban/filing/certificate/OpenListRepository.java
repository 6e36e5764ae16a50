package org.tongban.filing.certificate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the open list of recognised and revoked products (PF-73). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OpenListRepository extends GenericRepository<OpenRecognition, UUID> {
    String ROWS = """
        select r.id, r.certificate_number, r.state, r.revoked_by, r.recognised_on, r.valid_until, r.changed_at,
               c.product_name, c.model, c.category_code, c.industry_code, c.filing_number, c.unit_name, c.uscc, c.division,
               c.data_year, c.filed_on, cast(c.product as text) as product, cast(c.patents as text) as patents
          from product_filing.recognition r
          join product_filing.certificate c on c.recognition = r.id
         where r.state in ('RECOGNISED', 'REVOKED') and r.certificate_number is not null
           and (r.state = 'REVOKED' or r.valid_until >= :day)
        """;

    /** Keeps what the public sees of products as that of their certificates. */
    @Query("""
        insert into product_filing.certificate (
               recognition, product_name, model, category_code, industry_code, filing_number, unit_name, uscc, division,
               data_year, filed_on, product, patents)
        select given.recognition, p.name, coalesce(p.product ->> 'model', ''), coalesce(p.product ->> 'categoryCode', ''),
               coalesce(p.product ->> 'industryCode', ''), p.filing_number, p.unit_name, p.uscc, p.division,
               p.data_year, p.filed_on, p.product, p.patents
          from unnest(cast(:recognitions as uuid[]), cast(:products as uuid[])) as given (recognition, product)
          join product_filing.public_product p on p.id = given.product
        """)
    void keep(@Nullable String[] recognitions, @Nullable String[] products);

    /** Grows with every move of what has or had a certificate. */
    @Query("""
        select cast(sum(version) as bigint) from product_filing.open_list_version
        """)
    long version();

    /** Of what is in force on a day, or revoked, what is older, newest first. */
    @Query(ROWS + " and r.id < :edge order by r.id desc limit :rows")
    List<OpenRecognition> below(LocalDate day, UUID edge, int rows);

    /** What is newer, oldest first. */
    @Query(ROWS + " and r.id > :edge order by r.id limit :rows")
    List<OpenRecognition> above(LocalDate day, UUID edge, int rows);
}
