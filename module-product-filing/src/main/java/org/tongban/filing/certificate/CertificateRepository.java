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
        id, product, unit, state, revoked_by, recognised_on, valid_until, certificate_number
        """;

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id")
    Optional<Certified> ofId(UUID id);

    /** The one of its product that was recognised last before it; only that can have been in force until now. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and id <> :id and recognised_on is not null
         order by recognised_on desc, year desc limit 1
        """)
    Optional<Certified> before(UUID product, UUID id);
}
