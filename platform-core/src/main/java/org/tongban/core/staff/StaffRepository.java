package org.tongban.core.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is asked of the accounts of staff; they are changed by {@link org.tongban.core.account.Accounts} alone. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StaffRepository extends GenericRepository<StaffMember, UUID> {
    /** The staff below one of them, newest first. */
    @Query("""
        select a.id, a.login, a.state, a.must_change_password, a.region, a.created_at, a.version,
            coalesce((select string_agg(r.role, ' ' order by r.role)
                      from core.account_role r where r.account_id = a.id), '') as roles
        from core.account a
        where a.realm = 'staff'
          and (cast(:region as text) is null or a.region = :region)
          and (cast(:state as text) is null or a.state = :state)
          and (cast(:role as text) is null
               or exists (select 1 from core.account_role h where h.account_id = a.id and h.role = :role))
          and a.id < :edge
        order by a.id desc
        limit :most
        """)
    List<StaffMember> below(
            @Nullable String region, @Nullable String state, @Nullable String role, UUID edge, int most);

    /** The staff above one of them, oldest first. */
    @Query("""
        select a.id, a.login, a.state, a.must_change_password, a.region, a.created_at, a.version,
            coalesce((select string_agg(r.role, ' ' order by r.role)
                      from core.account_role r where r.account_id = a.id), '') as roles
        from core.account a
        where a.realm = 'staff'
          and (cast(:region as text) is null or a.region = :region)
          and (cast(:state as text) is null or a.state = :state)
          and (cast(:role as text) is null
               or exists (select 1 from core.account_role h where h.account_id = a.id and h.role = :role))
          and a.id > :edge
        order by a.id
        limit :most
        """)
    List<StaffMember> above(
            @Nullable String region, @Nullable String state, @Nullable String role, UUID edge, int most);

    @Query("""
        select a.id, a.login, a.state, a.must_change_password, a.region, a.created_at, a.version,
            coalesce((select string_agg(r.role, ' ' order by r.role)
                      from core.account_role r where r.account_id = a.id), '') as roles
        from core.account a
        where a.id = :id and a.realm = 'staff'
        """)
    Optional<StaffMember> find(UUID id);

    /** Locks the account's row until the transaction ends. */
    @Query("select id from core.account where id = :id and realm = 'staff' for update")
    Optional<UUID> lock(UUID id);

    /** Makes other changes of staff wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453130)")
    int lockStaff();

    /** Whether somebody else administers staff for the whole country. */
    @Query("""
        select exists (
            select 1
            from core.account a join core.account_role r on r.account_id = a.id
            where a.realm = 'staff' and a.state = 'active' and a.region is null
              and r.role = any(cast(:administering as text[])) and a.id <> :id)
        """)
    boolean anotherAdministers(String[] administering, UUID id);
}
