package org.tongban.filing.certificate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL that asks for recognitions by their certificates. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CertificateRepository extends GenericRepository<Certified, UUID> {
    String COLUMNS = """
        id, product, unit, state, revoked_by, recognised_on, valid_until, certificate_number, changed_at
        """;

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id")
    Optional<Certified> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.recognition where certificate_number = :number")
    Optional<Certified> ofNumber(String number);

    /** The number of the one that came in the place of another, be it in force or not. */
    @Query("""
        select next.certificate_number
          from product_filing.recognition former
          join product_filing.recognition next
            on next.product = former.product and next.id <> former.id
           and (next.recognised_on, next.year) > (former.recognised_on, former.year)
         where former.id = :id
         order by next.recognised_on, next.year limit 1
        """)
    Optional<String> successor(UUID id);

    /**
     * Those of their products that were recognised last before them, at most one of each; only that can have been in force
     * until now.
     */
    @Query("""
        select b.id, b.product, b.unit, b.state, b.revoked_by, b.recognised_on, b.valid_until, b.certificate_number,
               b.changed_at
          from unnest(cast(:products as uuid[]), cast(:ids as uuid[])) as given (product, id)
         cross join lateral (
               select * from product_filing.recognition r
                where r.product = given.product and r.id <> given.id and r.recognised_on is not null
                order by r.recognised_on desc, r.year desc limit 1) b
        """)
    List<Certified> before(@Nullable String[] products, @Nullable String[] ids);
}
