package org.tongban.identity.renewal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of renewals. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RenewalRepository extends GenericRepository<IdRenewal, UUID> {
    /** The columns of a renewal. */
    String ROW = """
        select id, person, state, id_valid_from, id_valid_to, document_image, asked_at, decided_at, reason, version
          from identity.id_renewal
        """;

    /** Answers 0 where one of the person is in review. */
    @Query("""
        insert into identity.id_renewal (id, person, state, id_valid_from, id_valid_to, document_image, asked_at, version)
        values (:id, :person, :state, :validFrom, :validTo, :documentImage, :askedAt, 1)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            UUID person,
            String state,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UUID documentImage,
            Instant askedAt);

    @Query("""
        update identity.id_renewal
           set state = :state, decided_at = :decidedAt, reason = :reason, version = :version
         where id = :id
        """)
    void store(IdRenewal renewal);

    @Query(ROW + " where id = :id")
    Optional<IdRenewal> ofId(UUID id);

    @Query(ROW + " where id = :id for update")
    Optional<IdRenewal> lock(UUID id);

    @Query(ROW + """
         where person = :person and id < :edge
         order by id desc
         limit :most
        """)
    List<IdRenewal> below(UUID person, UUID edge, int most);

    @Query(ROW + """
         where person = :person and id > :edge
         order by id
         limit :most
        """)
    List<IdRenewal> above(UUID person, UUID edge, int most);
}
