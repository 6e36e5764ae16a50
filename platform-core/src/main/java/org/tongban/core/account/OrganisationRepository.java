package org.tongban.core.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
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

/** All SQL of organisations and persons. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganisationRepository extends GenericRepository<OrganisationRepository.OrganisationRow, UUID> {
    /** The columns of an organisation. */
    String ROW = """
        select id, uscc, project_code, country, registration_number, name, former_names, region from core.organisation
        """;

    /** Answers 0 where one has the code already. */
    @Query("""
        insert into core.organisation (id, uscc, project_code, country, registration_number, name, former_names, region,
                                       created_at)
        values (:id, :uscc, :projectCode, :country, :registrationNumber, :name, cast(:formerNames as text[]), :region,
                :createdAt)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            @Nullable String uscc,
            @Nullable String projectCode,
            @Nullable String country,
            @Nullable String registrationNumber,
            String name,
            String[] formerNames,
            String region,
            Instant createdAt);

    @Query(ROW + " where id = :id")
    Optional<OrganisationRow> findById(UUID id);

    @Query(ROW + " where id = any (cast(:ids as uuid[]))")
    List<OrganisationRow> findAll(@Nullable String[] ids);

    @Query(ROW + " where uscc = :uscc")
    Optional<OrganisationRow> findByUscc(String uscc);

    @Query(ROW + " where project_code = :projectCode")
    Optional<OrganisationRow> findByProjectCode(String projectCode);

    @Query(ROW + " where registration_number = :number and country = :country")
    Optional<OrganisationRow> findForeign(String country, String number);

    /** Characters 9 to 17 of a credit code are the organisation code (GB 32100). */
    @Query(ROW + """
         where uscc = :code or project_code = :code or substr(uscc, 9, 9) = :code or registration_number = :code
            or told_number = :code
         order by id
         limit 20
        """)
    List<OrganisationRow> findByCode(String code);

    @Query("update core.organisation set told_number = :number where id = :id")
    void noteNumber(UUID id, String number);

    @Query("insert into core.person (id, name, created_at) values (:id, :name, :createdAt)")
    void insertPerson(UUID id, String name, Instant createdAt);

    @Query("update core.person set id_valid_to = :lastDay where id = :id")
    int setIdValidTo(UUID id, @Nullable LocalDate lastDay);

    @Query("select exists (select 1 from core.person where id = :id and id_valid_to < :today)")
    boolean isIdExpired(UUID id, LocalDate today);

    @Query("""
        select id, level, representative,
               array(select cast(person_id as text) from core.organisation_handler
                      where organisation_id = o.id order by 1) as handlers
          from core.organisation o
         where id = :id
        """)
    Optional<StandingRow> standing(UUID id);

    @Query("select level from core.organisation where id = :id for update")
    Optional<String> lockLevel(UUID id);

    @Query("update core.organisation set level = :level where id = :id")
    void setLevel(UUID id, String level);

    @Query("update core.organisation set representative = :name where id = :id")
    void setRepresentative(UUID id, String name);

    /** A name that it bears already is no former one. */
    @Query("""
        update core.organisation
        set former_names = array_prepend(name, array_remove(former_names, name)), name = :name
        where id = :id and name <> :name
        """)
    void rename(UUID id, String name);

    @Query("""
        insert into core.organisation_handler (organisation_id, person_id) values (:id, :person)
        on conflict do nothing
        """)
    int addHandler(UUID id, UUID person);

    @Query("delete from core.organisation_handler where organisation_id = :id and person_id = :person")
    int removeHandler(UUID id, UUID person);

    /** How far an organisation is proved, and by whom it acts. */
    @MappedEntity(value = "organisation", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record StandingRow(@Id UUID id, String level, @Nullable String representative, String[] handlers) {}

    /** An organisation as it is stored. */
    @MappedEntity(value = "organisation", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record OrganisationRow(
            @Id UUID id,
            @Nullable String uscc,
            @Nullable String projectCode,
            @Nullable String country,
            @Nullable String registrationNumber,
            String name,
            String[] formerNames,
            String region) {
        Organisation organisation() {
            return new Organisation(id, code(), name, List.of(formerNames), region);
        }

        private UnitCode code() {
            if (uscc != null) {
                return new UnitCode.Uscc(uscc);
            }
            if (projectCode != null) {
                return new UnitCode.Project(projectCode);
            }
            return country == null || registrationNumber == null
                    ? new UnitCode.None()
                    : new UnitCode.Foreign(country, registrationNumber);
        }
    }
}
