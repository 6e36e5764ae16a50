package org.tongban.identity.user;

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

/** All SQL of handlers' accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HandlerAccountRepository extends GenericRepository<HandlerAccountRepository.HandlerAccountRow, UUID> {
    /** The columns of an account. */
    String ROW = """
        select id, organisation, person, state, authority, name, id_type, number, landline, created_at, active_from,
               closed_at, closed_by, version
          from identity.handler_account
        """;

    /** Answers 0 where an account of the organisation has the phone (ID-16). */
    @Query("""
        insert into identity.handler_account (id, organisation, state, authority, name, id_type, number, number_index,
                                              phone_index, landline, created_at, version)
        values (:id, :organisation, 'awaiting', 'handler', :name, :idType, :number, :numberIndex, :phoneIndex,
                :landline, :at, 1)
        on conflict (organisation, phone_index) where state <> 'closed' do nothing
        """)
    int insert(
            UUID id,
            UUID organisation,
            String name,
            String idType,
            byte[] number,
            byte[] numberIndex,
            byte[] phoneIndex,
            byte[] landline,
            Instant at);

    @Query("""
        update identity.handler_account
           set person = :person, state = :state, authority = :authority, active_from = :activeFrom,
               closed_at = :closedAt, closed_by = :closedBy, version = :version
         where id = :id
        """)
    void store(
            UUID id,
            @Nullable UUID person,
            String state,
            String authority,
            @Nullable Instant activeFrom,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            long version);

    @Query(ROW + " where id = :id")
    Optional<HandlerAccountRow> ofId(UUID id);

    /** The account of an id; it stays so until the transaction ends. */
    @Query(ROW + " where id = :id for update")
    Optional<HandlerAccountRow> lock(UUID id);

    @Query("update identity.handler_account set proved = false where id = :id")
    void noteUnproved(UUID id);

    /** The person of an active account of this document whose face was proved. */
    @Query("""
        select person
          from identity.handler_account
         where number_index = :numberIndex and state <> 'closed' and person is not null and proved
         order by id
         limit 1
        """)
    Optional<UUID> personOf(byte[] numberIndex);

    /** Whether another active account of the organisation is the person's. */
    @Query("""
        select exists (
            select 1
              from identity.handler_account
             where person = :person and organisation = :organisation and state = 'active' and id <> :but)
        """)
    boolean handlesBeside(UUID person, UUID organisation, UUID but);

    /** Whether an account of the organisation has the phone (ID-16). */
    @Query("""
        select exists (
            select 1
              from identity.handler_account
             where organisation = :organisation and phone_index = :phoneIndex and state <> 'closed')
        """)
    boolean isPhoneTaken(UUID organisation, byte[] phoneIndex);

    /** The accounts of these organisations with this phone, those that work first (ID-31). */
    @Query("""
        select id
          from identity.handler_account
         where organisation = any (cast(:organisations as uuid[])) and phone_index = :phoneIndex and state <> 'closed'
         order by state = 'active' desc, id desc
         limit 20
        """)
    List<UUID> ofPhone(String[] organisations, byte[] phoneIndex);

    /** The same with this document. */
    @Query("""
        select id
          from identity.handler_account
         where number_index = :numberIndex and organisation = any (cast(:organisations as uuid[])) and state <> 'closed'
         order by state = 'active' desc, id desc
         limit 20
        """)
    List<UUID> ofNumber(String[] organisations, byte[] numberIndex);

    /** The accounts of a person, present and former. */
    @Query(ROW + " where person = :person order by id limit 1000 for update")
    List<HandlerAccountRow> lockOfPerson(UUID person);

    @Query("update identity.handler_account set person = :heir, version = version + 1 where person = :person")
    void follow(UUID person, UUID heir);

    /** The active accounts of an organisation that may decide on others (ID-15). */
    @Query(ROW + """
         where organisation = :organisation and state = 'active' and authority <> 'handler'
         order by id
         limit 100
        """)
    List<HandlerAccountRow> deciding(UUID organisation);

    @Query(ROW + " where id = any(cast(:ids as uuid[]))")
    List<HandlerAccountRow> all(String[] ids);

    /** Of an organisation, newest first; of every state where that is empty. */
    @Query(ROW + """
         where organisation = :organisation and id < :edge and (:state = '' or state = :state)
         order by id desc
         limit :most
        """)
    List<HandlerAccountRow> below(UUID organisation, String state, UUID edge, int most);

    @Query(ROW + """
         where organisation = :organisation and id > :edge and (:state = '' or state = :state)
         order by id
         limit :most
        """)
    List<HandlerAccountRow> above(UUID organisation, String state, UUID edge, int most);

    /** Makes others that change who decides in an organisation wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:turn)")
    int lockOrganisation(long turn);

    /** Answers 0 where another account of the organisation has the phone (ID-16). */
    @Query("""
        update identity.handler_account
           set phone_index = :phoneIndex, version = version + 1
         where id = :id
           and not exists (
               select 1
                 from identity.handler_account
                where organisation = :organisation and phone_index = :phoneIndex and state <> 'closed' and id <> :id)
        """)
    int setPhone(UUID id, UUID organisation, byte[] phoneIndex);

    /** An account as it is stored. */
    @MappedEntity(value = "handler_account", schema = "identity")
    @SuppressWarnings("ArrayRecordComponent")
    record HandlerAccountRow(
            @Id UUID id,
            UUID organisation,
            @Nullable UUID person,
            String state,
            String authority,
            String name,
            String idType,
            byte[] number,
            byte[] landline,
            Instant createdAt,
            @Nullable Instant activeFrom,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            long version) {
        @Override
        public String toString() {
            return "HandlerAccountRow[" + id + "]";
        }
    }
}
