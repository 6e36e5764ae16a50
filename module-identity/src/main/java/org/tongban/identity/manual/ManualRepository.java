package org.tongban.identity.manual;

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

/** All SQL of manual enrolments. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ManualRepository extends GenericRepository<ManualRepository.ManualRow, UUID> {
    /** The columns of an enrolment. */
    String ROW = """
        select id, account, kind, state, document, case_number, submitted_at, decided_at, reason, organisation, version
          from identity.manual_enrolment
        """;

    /** Answers 0 where one of the same unit that is not decided on has the person or the phone. */
    @Query("""
        insert into identity.manual_enrolment (id, account, kind, state, unit_code, number_index, phone_index, document,
                                               case_number, submitted_at, version)
        values (:id, :account, :kind, 'in-review', :unitCode, :numberIndex, :phoneIndex, :document, '', :at, 1)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            UUID account,
            String kind,
            @Nullable String unitCode,
            byte[] numberIndex,
            byte[] phoneIndex,
            byte[] document,
            Instant at);

    /** Answers 0 where another one of the unit that it now names has the person or the phone. */
    @Query("""
        update identity.manual_enrolment as one
           set state = :state, unit_code = :unitCode, document = :document, submitted_at = :submittedAt,
               decided_at = null, reason = null, version = :version
         where id = :id
           and not exists (
               select 1
                 from identity.manual_enrolment as other
                where other.unit_code = :unitCode and other.id <> one.id and other.state in ('in-review', 'returned')
                  and (other.number_index = one.number_index or other.phone_index = one.phone_index))
        """)
    int resubmit(UUID id, String state, @Nullable String unitCode, byte[] document, Instant submittedAt, long version);

    /** Answers 0 where another one of the unit has the phone (ID-16). */
    @Query("""
        update identity.manual_enrolment as one
           set phone_index = :phoneIndex
         where id = :id
           and not exists (
               select 1
                 from identity.manual_enrolment as other
                where other.unit_code = one.unit_code and other.phone_index = :phoneIndex and other.id <> one.id
                  and other.state in ('in-review', 'returned'))
        """)
    int movePhone(UUID id, byte[] phoneIndex);

    /** The number of the case that its latest submission has opened. */
    @Query("update identity.manual_enrolment set case_number = :caseNumber where id = :id")
    void noteCase(UUID id, String caseNumber);

    @Query("""
        update identity.manual_enrolment
           set state = :state, decided_at = :decidedAt, reason = :reason, organisation = :organisation,
               version = :version
         where id = :id
        """)
    void decide(
            UUID id,
            String state,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable UUID organisation,
            long version);

    @Query(ROW + " where id = :id")
    Optional<ManualRow> ofId(UUID id);

    /** The enrolment of an id; it stays so until the transaction ends. */
    @Query(ROW + " where id = :id for update")
    Optional<ManualRow> lock(UUID id);

    @Query(ROW + " where account = :account")
    Optional<ManualRow> ofAccount(UUID account);

    @Query("select version from identity.manual_enrolment where id = :id and account = :account")
    Optional<Long> version(UUID id, UUID account);

    @Query("select version from identity.manual_enrolment where id = :id and account = :account for update")
    Optional<Long> lockedVersion(UUID id, UUID account);

    /** Whether the person has one of the unit that is not decided on, or that was returned. */
    @Query("""
        select exists (
            select 1
              from identity.manual_enrolment
             where unit_code = :unitCode and number_index = :numberIndex and state in ('in-review', 'returned'))
        """)
    boolean isPending(String unitCode, byte[] numberIndex);

    /** Those that were returned before a moment, and have not come back. */
    @Query("""
        select id
          from identity.manual_enrolment
         where state = 'returned' and decided_at < :before
         order by decided_at
         limit :most
        """)
    List<UUID> returnedBefore(Instant before, int most);

    /** An enrolment as it is stored. */
    @MappedEntity(value = "manual_enrolment", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record ManualRow(
            @Id UUID id,
            UUID account,
            String kind,
            String state,
            byte[] document,
            String caseNumber,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable UUID organisation,
            long version) {
        @Override
        public String toString() {
            return "ManualRow[" + id + "]";
        }
    }
}
