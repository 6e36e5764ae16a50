package org.tongban.filing.certificate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

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

    /** The one of its product that was recognised last before it; only that can have been in force until now. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and id <> :id and recognised_on is not null
         order by recognised_on desc, year desc limit 1
        """)
    Optional<Certified> before(UUID product, UUID id);
}
