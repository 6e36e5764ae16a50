package org.tongban.core.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the phones and e-mails of accounts. They are read in hexadecimal: the mapper reads no array as a single value. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ContactRepository extends GenericRepository<AccountRepository.AccountRow, UUID> {
    @Query(value = """
        select id, login, coalesce(encode(phone, 'hex'), '') as phone
        from core.account where id = any(cast(:ids as uuid[]))
        """, nativeQuery = true)
    List<ReachRow> reaches(String[] ids);

    @Query(value = """
        select id, coalesce(encode(phone, 'hex'), '') as phone,
            case when email_confirmed_at is null or email is null then '' else encode(email, 'hex') end as email
        from core.account where id = any(cast(:ids as uuid[]))
        """, nativeQuery = true)
    List<AddressRow> addresses(@Nullable String[] ids);

    /** Both sealed, in hexadecimal; empty where there is none, or none confirmed. */
    @Introspected
    record AddressRow(UUID id, String phone, String email) {}

    /** @param phone sealed, in hexadecimal; empty where there is none */
    @Introspected
    record ReachRow(UUID id, String login, String phone) {}

    @Query("select encode(email, 'hex') from core.account where id = :id and email is not null")
    Optional<String> email(UUID id);

    /** Makes other changes to the same phone or e-mail wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:indexLock)")
    int lock(long indexLock);

    @Query("""
        select exists (select 1 from core.account
                       where realm = :realm and phone_index = :phoneIndex and phone_unique and id <> :but)
        """)
    boolean hasPhone(String realm, byte[] phoneIndex, UUID but);

    @Query("""
        select exists (select 1 from core.account
                       where realm = :realm and email_index = :emailIndex and email_unique and id <> :but)
        """)
    boolean hasEmail(String realm, byte[] emailIndex, UUID but);

    @Query("""
        update core.account
        set phone = :phone, phone_index = :phoneIndex, phone_unique = :phoneUnique, version = version + 1
        where id = :id
        """)
    void setPhone(UUID id, byte[] phone, byte[] phoneIndex, boolean phoneUnique);

    @Query("""
        update core.account
        set email = :email, email_index = :emailIndex, email_unique = :emailUnique, email_confirmed_at = :confirmedAt,
            version = version + 1
        where id = :id
        """)
    void setEmail(UUID id, byte[] email, byte[] emailIndex, boolean emailUnique, Instant confirmedAt);

    /** Ends an account for good: what identifies a person goes, and a login that was chosen stays taken. */
    @Query("""
        update core.account
        set state = 'closed', password_hash = null, phone = null,
            login = case when :freeLogin then cast(id as text) else login end,
            phone_index = case when :keepPhone then phone_index end, phone_unique = phone_unique and :keepPhone,
            email = null, email_index = null, email_unique = false, email_confirmed_at = null, version = version + 1
        where id = :id and state = 'active'
        """)
    int close(UUID id, boolean keepPhone, boolean freeLogin);

    /** Whether the account signs in by a password, or is to choose one. */
    @Query("select exists (select 1 from core.account where id = :id and (password_hash is not null or"
            + " must_change_password))")
    boolean signsInItself(UUID id);

    @Query("""
        update core.account
        set phone_index = null, phone_unique = false, version = version + 1
        where id = :id and state = 'closed' and phone_index is not null
        """)
    int freePhone(UUID id);
}
