package org.tongban.identity.person;

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

/** All SQL of natural persons. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRepository extends GenericRepository<PersonRepository.PersonRow, UUID> {
    /** Answers 0 where somebody has the number already. */
    @Query("""
        insert into identity.person (id, account, name, id_type, number, number_index, id_valid_from, id_valid_to,
                                     version, created_at)
        values (:id, :account, :name, :idType, :number, :numberIndex, :validFrom, :validTo, 1, :at)
        on conflict (number_index) do nothing
        """)
    int insert(
            UUID id,
            UUID account,
            String name,
            String idType,
            byte[] number,
            byte[] numberIndex,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant at);

    @Query("""
        select id, account, name, id_type, number, id_valid_from, id_valid_to, version
          from identity.person
         where id = :id and closed_at is null
        """)
    Optional<PersonRow> ofId(UUID id);

    @Query("""
        select id, account, name, id_type, number, id_valid_from, id_valid_to, version
          from identity.person
         where number_index = :numberIndex and closed_at is null
        """)
    Optional<PersonRow> ofNumber(byte[] numberIndex);

    @Query("""
        update identity.person
           set id_valid_from = :validFrom, id_valid_to = :validTo, version = version + 1
         where id = :id
        """)
    void renew(UUID id, LocalDate validFrom, @Nullable LocalDate validTo);

    @Query("""
        update identity.person set closed_at = :at, version = version + 1 where account = :account and closed_at is null
        """)
    int close(UUID account, Instant at);

    /** Answers 0 where the person takes part in a merge already, or has closed its account. */
    @Query("update identity.person set merging = true where id = :id and not merging and closed_at is null")
    int beginMerge(UUID id);

    @Query("update identity.person set merging = false where id = :id and merging")
    void endMerge(UUID id);

    /** Whether the person takes part in a merge; it stays so until the transaction ends. */
    @Query("select merging from identity.person where id = :id and closed_at is null for update")
    Optional<Boolean> lockMerging(UUID id);

    /** Those whose number is still taken though they closed their account before. */
    @Query("""
        select id, account, name, id_type, number, id_valid_from, id_valid_to, version
          from identity.person
         where closed_at <= :before and closed_at is not null and number_index is not null
         order by closed_at
         limit :most
           for update skip locked
        """)
    List<PersonRow> closedBefore(Instant before, int most);

    /** Gives a number up: what identifies the person goes. */
    @Query("""
        update identity.person set number = '', number_index = null, name = '', version = version + 1 where id = :id
        """)
    void free(UUID id);

    /** Those whose document ends within some days and who were not told of that end. */
    @Query("""
        select id, account, name, id_type, number, id_valid_from, id_valid_to, version
          from identity.person
         where id_valid_to between :first and :last and closed_at is null and id_valid_to is not null
           and reminded_for is distinct from id_valid_to
         order by id_valid_to
         limit :most
           for update skip locked
        """)
    List<PersonRow> expiring(LocalDate first, LocalDate last, int most);

    @Query("update identity.person set reminded_for = id_valid_to where id = :id")
    void noteReminded(UUID id);

    /** A person as it is stored. */
    @MappedEntity(value = "person", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record PersonRow(
            @Id UUID id,
            UUID account,
            String name,
            String idType,
            byte[] number,
            LocalDate idValidFrom,
            @Nullable LocalDate idValidTo,
            long version) {
        @Override
        public String toString() {
            return "PersonRow[" + id + "]";
        }
    }
}
