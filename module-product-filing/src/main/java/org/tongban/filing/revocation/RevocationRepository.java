package org.tongban.filing.revocation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** All SQL of revocations. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RevocationRepository extends GenericRepository<Revocation, UUID> {
    String COLUMNS = "id, product, form, cast(document as text) as document, asked_by, asked_at";

    @Query("select " + COLUMNS + " from product_filing.revocation where id = :id")
    Optional<Revocation> ofId(UUID id);

    @Query("select " + COLUMNS + """
          from product_filing.revocation
         where product = :product
         order by id desc limit 1
        """)
    Optional<Revocation> lastOf(UUID product);

    @Query("""
        insert into product_filing.revocation (id, product, form, document, asked_by, asked_at)
        values (:id, :product, :form, cast(:document as jsonb), :askedBy, :askedAt)
        """)
    void add(Revocation revocation);
}
