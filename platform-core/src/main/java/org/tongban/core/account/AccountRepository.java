package org.tongban.core.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All SQL of accounts and their roles. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRepository.AccountRow, UUID> {
    /** Answers 0 where the realm has the login, or a phone that is to be unique, already. */
    @Query("""
        insert into core.account (id, realm, login, password_hash, person_id, organisation_id,
                                  phone, phone_index, phone_unique, email, email_index,
                                  state, must_change_password, region, gated, awaited, created_at)
        values (:id, :realm, :login, :passwordHash, :personId, :organisationId,
                :phone, :phoneIndex, :phoneUnique, :email, :emailIndex,
                'active', :mustChangePassword, :region, :gated, :mustChangePassword, :createdAt)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            String realm,
            String login,
            @Nullable String passwordHash,
            @Nullable UUID personId,
            @Nullable UUID organisationId,
            @Nullable byte[] phone,
            @Nullable byte[] phoneIndex,
            boolean phoneUnique,
            @Nullable byte[] email,
            @Nullable byte[] emailIndex,
            boolean mustChangePassword,
            @Nullable String region,
            boolean gated,
            Instant createdAt);

    @Query("select exists (select 1 from core.account where realm = :realm and login = :login and id <> :but)")
    boolean hasLoginBeside(String realm, String login, UUID but);

    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where realm = :realm and login = :login
        """)
    Optional<AccountRow> find(String realm, String login);

    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where realm = :realm and phone_index = :phoneIndex and phone_unique
        """)
    Optional<AccountRow> findByPhone(String realm, byte[] phoneIndex);

    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where realm = :realm and email_index = :emailIndex and email_unique
        """)
    Optional<AccountRow> findByEmail(String realm, byte[] emailIndex);

    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where id = :id
        """)
    Optional<AccountRow> findById(UUID id);

    /** The account if it may still sign in by the password that was checked; it stays so until the transaction ends. */
    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where id = :id and state = 'active' and password_hash = :passwordHash
        for update
        """)
    Optional<AccountRow> lockUnchanged(UUID id, String passwordHash);

    /** The account if it is active; it stays so until the transaction ends. */
    @Query("""
        select id, realm, login, password_hash, person_id, organisation_id, state, must_change_password, region, gated, awaited, capacity
        from core.account
        where id = :id and state = 'active'
        for update
        """)
    Optional<AccountRow> lockActive(UUID id);

    @Query(value = """
        select organisation_id as organisation, id as account
        from core.account
        where organisation_id = any (cast(:organisations as uuid[])) and realm = :realm and state = 'active'
        order by id
        """, nativeQuery = true)
    List<Acting> ofOrganisations(@org.jspecify.annotations.Nullable String[] organisations, String realm);

    /** An account, and the organisation that it acts for. */
    @Introspected
    record Acting(UUID organisation, UUID account) {}

    @Query("select exists (select 1 from core.account where realm = :realm)")
    boolean anyIn(String realm);

    @Query("select sample from core.account where realm = :realm and login = :login")
    Optional<Boolean> isSample(String realm, String login);

    @Query("update core.account set sample = true where realm = :realm and login = :login and not sample")
    int markSample(String realm, String login);

    /** Makes other nodes wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453122)")
    int lockFirstAccount();

    @Query("update core.account set password_hash = :passwordHash where id = :id")
    void upgradePassword(UUID id, String passwordHash);

    @Query("""
        update core.account
        set password_hash = :passwordHash, must_change_password = false, version = version + 1
        where id = :id
        """)
    void changePassword(UUID id, String passwordHash);

    @Query("update core.account set state = 'disabled', version = version + 1 where id = :id and state = 'active'")
    int disable(UUID id);

    @Query("update core.account set state = 'active', version = version + 1 where id = :id and state = 'disabled'")
    int enable(UUID id);

    @Query("update core.account set region = :region, version = version + 1 where id = :id")
    void setRegion(UUID id, @Nullable String region);

    @Query("""
        update core.account
        set password_hash = :passwordHash, must_change_password = true, version = version + 1
        where id = :id
        """)
    void setInitialPassword(UUID id, String passwordHash);

    @Query("update core.account set gated = :gated, version = version + 1 where id = :id and gated <> :gated")
    int setGated(UUID id, boolean gated);

    @Query("""
        update core.account set login = cast(id as text), version = version + 1
        where id = :id and state = 'closed' and login <> cast(id as text)
        """)
    int freeLogin(UUID id);

    @Query("update core.account set awaited = false, version = version + 1 where id = :id and awaited")
    int takeOver(UUID id);

    @Query("""
        update core.account
        set person_id = :person, capacity = :capacity, version = version + 1
        where id = :id and organisation_id is not null
          and (person_id is distinct from :person or capacity is distinct from :capacity)
        """)
    int setActing(UUID id, @Nullable UUID person, @Nullable String capacity);

    @Query("""
        update core.account
        set organisation_id = :organisation, version = version + 1
        where id = :id and capacity is null and organisation_id is distinct from :organisation
        """)
    int setOrganisation(UUID id, @Nullable UUID organisation);

    /** Locks the account's row: no sign-in of it can come between. */
    @Query("update core.account set version = version + 1 where id = :id")
    int touch(UUID id);

    @Query("select role from core.account_role where account_id = :accountId")
    List<String> roles(UUID accountId);

    @Query("insert into core.account_role (account_id, role) values (:accountId, :role)")
    void insertRole(UUID accountId, String role);

    @Query("delete from core.account_role where account_id = :accountId")
    void deleteRoles(UUID accountId);

    /** An account without its phone and e-mail. */
    @MappedEntity(value = "account", schema = "core")
    record AccountRow(
            @Id UUID id,
            String realm,
            String login,
            @Nullable String passwordHash,
            @Nullable UUID personId,
            @Nullable UUID organisationId,
            String state,
            boolean mustChangePassword,
            @Nullable String region,
            boolean gated,
            boolean awaited,
            @Nullable String capacity) {
        boolean active() {
            return "active".equals(state);
        }

        Account account(Set<String> roles) {
            return new Account(
                    id,
                    realm,
                    login,
                    personId,
                    organisationId,
                    region,
                    active(),
                    mustChangePassword,
                    roles,
                    gated,
                    awaited,
                    Optional.ofNullable(capacity).flatMap(Capacity::of).orElse(null));
        }

        @Override
        public String toString() {
            return "AccountRow[" + id + "]";
        }
    }
}
