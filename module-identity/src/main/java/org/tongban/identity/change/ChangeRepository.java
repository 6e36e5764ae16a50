package org.tongban.identity.change;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of changes of organisations' data. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeRepository extends GenericRepository<OrganisationChange, UUID> {
    /** The columns of a change. */
    String ROW = """
        select id, organisation, state, name, legal_rep_name, legal_rep_number, legal_person_type, address, reason,
               proof, asked_at, decided_at, decision, version
          from identity.organisation_change
        """;

    /** Answers 0 where one of the organisation is in review. */
    @Query("""
        insert into identity.organisation_change (id, organisation, state, name, legal_rep_name, legal_rep_number,
            legal_person_type, address, reason, proof, asked_at, version)
        values (:id, :organisation, :state, :name, :legalRepName, :legalRepNumber,
            :legalPersonType, :address, :reason, :proof, :askedAt, 1)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            UUID organisation,
            String state,
            @Nullable String name,
            @Nullable String legalRepName,
            byte[] legalRepNumber,
            @Nullable String legalPersonType,
            @Nullable String address,
            String reason,
            @Nullable UUID proof,
            Instant askedAt);

    @Query("""
        update identity.organisation_change
           set state = :state, decided_at = :decidedAt, decision = :decision, version = :version
         where id = :id
        """)
    void store(OrganisationChange change);

    @Query(ROW + " where id = :id")
    Optional<OrganisationChange> ofId(UUID id);

    @Query(ROW + " where id = :id for update")
    Optional<OrganisationChange> lock(UUID id);

    @Query(ROW + """
         where organisation = :organisation and id < :edge
         order by id desc
         limit :most
        """)
    List<OrganisationChange> below(UUID organisation, UUID edge, int most);

    @Query(ROW + """
         where organisation = :organisation and id > :edge
         order by id
         limit :most
        """)
    List<OrganisationChange> above(UUID organisation, UUID edge, int most);
}
