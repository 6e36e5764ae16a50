package org.tongban.identity.organisation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of organisations with an account of their own. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganisationRepository extends GenericRepository<OrganisationRepository.OrganisationRow, UUID> {
    /** An organisation whose former account was closed tells anew what it says of itself. */
    @Query("""
        insert into identity.organisation (id, account, legal_person_type, legal_rep_id_type, legal_rep_number, address,
                                           landline, awaits_review, version, created_at)
        values (:id, :account, :legalPersonType, :legalRepIdType, :legalRepNumber, :address, :landline,
                :awaitsReview, 1, :at)
        on conflict (id) do update
           set account = excluded.account, legal_person_type = excluded.legal_person_type,
               legal_rep_id_type = excluded.legal_rep_id_type, legal_rep_number = excluded.legal_rep_number,
               address = excluded.address, landline = excluded.landline, awaits_review = excluded.awaits_review, version = organisation.version + 1
        """)
    void insert(
            UUID id,
            UUID account,
            String legalPersonType,
            String legalRepIdType,
            byte[] legalRepNumber,
            @Nullable String address,
            byte[] landline,
            boolean awaitsReview,
            Instant at);

    @Query("select awaits_review from identity.organisation where id = :id")
    Optional<Boolean> awaitsReview(UUID id);

    @Query("update identity.organisation set awaits_review = false, version = version + 1 where id = :id")
    void endReview(UUID id);

    /** One without an account of its own; what is there already stays. */
    @Query("""
        insert into identity.organisation (id, legal_person_type, legal_rep_id_type, legal_rep_number, landline, version,
                                           created_at)
        values (:id, :legalPersonType, :legalRepIdType, :legalRepNumber, '', 1, :at)
        on conflict do nothing
        """)
    int note(UUID id, @Nullable String legalPersonType, String legalRepIdType, byte[] legalRepNumber, Instant at);

    @Query("""
        select id, account, coalesce(legal_person_type, '') as legal_person_type, legal_rep_id_type, legal_rep_number,
               address, landline, version
          from identity.organisation
         where id = :id
        """)
    Optional<OrganisationRow> ofId(UUID id);

    /** The same, which stays as it is until the transaction ends. */
    @Query("""
        select id, account, coalesce(legal_person_type, '') as legal_person_type, legal_rep_id_type, legal_rep_number,
               address, landline, version
          from identity.organisation
         where id = :id
           for update
        """)
    Optional<OrganisationRow> lock(UUID id);

    @Query("""
        update identity.organisation
           set legal_rep_id_type = :idType, legal_rep_number = :number, version = version + 1
         where id = :id
        """)
    void setRepresentative(UUID id, String idType, byte[] number);

    @Query("""
        update identity.organisation
           set legal_person_type = coalesce(:type, legal_person_type), address = coalesce(:address, address),
               version = version + 1
         where id = :id
        """)
    void change(UUID id, @Nullable String type, @Nullable String address);

    /** An organisation as it is stored; an empty landline stands for none. */
    @MappedEntity(value = "organisation", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record OrganisationRow(
            @Id UUID id,
            @Nullable UUID account,
            String legalPersonType,
            String legalRepIdType,
            byte[] legalRepNumber,
            @Nullable String address,
            byte[] landline,
            long version) {
        @Override
        public String toString() {
            return "OrganisationRow[" + id + "]";
        }
    }
}
