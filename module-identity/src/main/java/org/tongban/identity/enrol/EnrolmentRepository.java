package org.tongban.identity.enrol;

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
import org.jspecify.annotations.Nullable;

/** All SQL of enrolments. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EnrolmentRepository extends GenericRepository<EnrolmentRepository.EnrolmentRow, UUID> {
    /** The columns of an enrolment. */
    String ROW = """
        select id, state, uscc, name, former_names, region, legal_person_type, rep_name, rep_id_type, rep_number,
               agreement, agreement_version, account, expires_at, user_at, ended_at, version
          from identity.enrolment
        """;

    @Query("""
        insert into identity.enrolment (id, place, state, token_hash, uscc, name, former_names, region, legal_person_type,
                                        rep_name, rep_id_type, rep_number, agreement, agreement_version, expires_at,
                                        version)
        values (:id, :place, 'verified', :tokenHash, :uscc, :name, cast(:formerNames as text[]), :region,
                :legalPersonType, :repName, :repIdType, :repNumber, :agreement, :agreementVersion, :expiresAt, 1)
        """)
    void insert(
            UUID id,
            String place,
            byte[] tokenHash,
            String uscc,
            String name,
            String[] formerNames,
            String region,
            @Nullable String legalPersonType,
            String repName,
            String repIdType,
            byte[] repNumber,
            String agreement,
            int agreementVersion,
            Instant expiresAt);

    /** What is known of the representative goes with the end of the enrolment. */
    @Query("""
        update identity.enrolment
           set state = :state, account = :account, user_at = :userAt, ended_at = :endedAt, version = :version,
               rep_number = case when cast(:endedAt as timestamptz) is null then rep_number else '' end
         where id = :id
        """)
    void store(
            UUID id,
            String state,
            @Nullable UUID account,
            @Nullable Instant userAt,
            @Nullable Instant endedAt,
            long version);

    /** The one of a good token. */
    @Query(ROW + " where token_hash = :tokenHash and state = 'verified' and expires_at > :now")
    Optional<EnrolmentRow> ofToken(byte[] tokenHash, Instant now);

    /** The same; of many that come at once each waits for the one before. */
    @Query(ROW + " where token_hash = :tokenHash and state = 'verified' and expires_at > :now for update")
    Optional<EnrolmentRow> lockOfToken(byte[] tokenHash, Instant now);

    @Query(ROW + " where account = :account")
    Optional<EnrolmentRow> ofAccount(UUID account);

    /** The same, which stays as it is until the transaction ends. */
    @Query(ROW + " where account = :account for update")
    Optional<EnrolmentRow> lockOfAccount(UUID account);

    /** Those whose token has expired unused. */
    @Query(ROW + """
         where state = 'verified' and expires_at <= :now
         order by expires_at
         limit :limit
           for update skip locked
        """)
    List<EnrolmentRow> unused(Instant now, int limit);

    /** Those whose user was created before a moment, and has not proved the face. */
    @Query(ROW + """
         where state = 'user-created' and user_at < :before
         order by user_at
         limit :limit
           for update skip locked
        """)
    List<EnrolmentRow> uncompleted(Instant before, int limit);

    /** An enrolment as it is stored. */
    @MappedEntity(value = "enrolment", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record EnrolmentRow(
            @Id UUID id,
            String state,
            String uscc,
            String name,
            String[] formerNames,
            String region,
            @Nullable String legalPersonType,
            String repName,
            String repIdType,
            byte[] repNumber,
            String agreement,
            int agreementVersion,
            @Nullable UUID account,
            Instant expiresAt,
            @Nullable Instant userAt,
            @Nullable Instant endedAt,
            long version) {
        @Override
        public String toString() {
            return "EnrolmentRow[" + id + "]";
        }
    }
}
