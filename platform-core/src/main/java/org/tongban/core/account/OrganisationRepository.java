package org.tongban.core.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of organisations and persons. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganisationRepository extends GenericRepository<OrganisationRepository.OrganisationRow, UUID> {
    @Query("""
        insert into core.organisation (id, uscc, name, former_names, region, created_at)
        values (:id, :uscc, :name, cast(:formerNames as text[]), :region, :createdAt)
        on conflict (uscc) do nothing
        """)
    int insert(UUID id, String uscc, String name, String[] formerNames, String region, Instant createdAt);

    @Query("select id, uscc, name, former_names, region from core.organisation where id = :id")
    Optional<OrganisationRow> findById(UUID id);

    @Query("select id, uscc, name, former_names, region from core.organisation where uscc = :uscc")
    Optional<OrganisationRow> findByUscc(String uscc);

    @Query("insert into core.person (id, name, created_at) values (:id, :name, :createdAt)")
    void insertPerson(UUID id, String name, Instant createdAt);

    /** An organisation as it is stored. */
    @MappedEntity(value = "organisation", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record OrganisationRow(@Id UUID id, String uscc, String name, String[] formerNames, String region) {
        Organisation organisation() {
            return new Organisation(id, uscc, name, List.of(formerNames), region);
        }
    }
}
