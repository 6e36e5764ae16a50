package org.tongban.filing.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of recognitions but that of whole rounds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecognitionRepository extends GenericRepository<Recognition, UUID> {
    String COLUMNS = """
        id, product, unit, year, state, former, reason, revoked_by, publicity_start, recognised_on, valid_until,
        certificate_number, version, created_at, changed_at
        """;

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id")
    Optional<Recognition> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id for update")
    Optional<Recognition> lock(UUID id);

    /** Those of a product that are in publicity or in force. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by state desc for update
        """)
    List<Recognition> lockLive(UUID product);

    /** What the public sees of a product: it is recognised, or else in publicity. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by state desc limit 1
        """)
    Optional<Recognition> shown(UUID product);

    /** Those that were revoked with an objection or a filing. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where revoked_by = :cause and state = 'REVOKED'
         order by id for update
        """)
    List<Recognition> lockRevokedBy(UUID cause);

    /** Writes one whose row the transaction has locked. */
    @Query("""
        update product_filing.recognition
           set state = :state, former = :former, reason = :reason, revoked_by = :revokedBy,
               publicity_start = :publicityStart, recognised_on = :recognisedOn, valid_until = :validUntil,
               certificate_number = :certificateNumber, version = :version, changed_at = :changedAt
         where id = :id
        """)
    void store(Recognition recognition);

    /** The days on which a publicity began that is not over. */
    @Query("""
        select distinct publicity_start from product_filing.recognition where state = 'IN_PUBLICITY'
         order by publicity_start
        """)
    List<LocalDate> publicityStarts();

    /** Those in publicity since a day. */
    @Query("""
        select id from product_filing.recognition
         where state = 'IN_PUBLICITY' and publicity_start = :start and id > :after
         order by id limit :rows
        """)
    List<UUID> inPublicitySince(LocalDate start, UUID after, int rows);
}
