package org.tongban.core.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** All SQL of attempts to sign in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<AttemptRepository.Tally, UUID> {
    /** Makes other attempts on any of the three wait until the transaction ends; to be given in ascending order. */
    @Query("""
        select length(concat(pg_advisory_xact_lock(:first), pg_advisory_xact_lock(:second), pg_advisory_xact_lock(:third)))
        """)
    int lock(long first, long second, long third);

    /**
     * Failures of strangers since the last success of one, by name and by account, and those of the network, which no
     * success of its own takes back; and those at the account from there alone. An attempt that never got an outcome counts
     * as one.
     *
     * @param addressId by which those are marked that went on from an address of the account though strangers' were used up
     */
    @Query("""
        with name as (
            select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as failed,
                   count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as pending,
                   min(attempted_at) filter (where outcome = 'failed' or attempted_at < :pendingSince) as oldest
            from core.sign_in_attempt
            where realm = :realm and login_index = :loginIndex and device_id is null and outcome <> 'succeeded'
              and attempted_at > greatest(cast(:since as timestamptz), (
                  select max(attempted_at)
                  from core.sign_in_attempt
                  where realm = :realm and login_index = :loginIndex and device_id is null
                    and outcome = 'succeeded'))),
        account as (
            select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as failed,
                   count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as pending,
                   min(attempted_at) filter (where outcome = 'failed' or attempted_at < :pendingSince) as oldest
            from core.sign_in_attempt
            where account_id = :accountId and device_id is null and outcome <> 'succeeded'
              and attempted_at > greatest(cast(:since as timestamptz), (
                  select max(attempted_at)
                  from core.sign_in_attempt
                  where account_id = :accountId and device_id is null and outcome = 'succeeded'))),
        network as (
            select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as failed,
                   count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as pending,
                   min(attempted_at) filter (where outcome = 'failed' or attempted_at < :pendingSince) as oldest
            from core.sign_in_attempt
            where network = :network and outcome <> 'succeeded' and attempted_at > :since),
        own as (
            select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as failed,
                   count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as pending
            from core.sign_in_attempt
            where account_id = :accountId and network = :network and (device_id is null or device_id = :addressId)
              and outcome <> 'succeeded'
              and attempted_at > greatest(cast(:since as timestamptz), (
                  select max(attempted_at)
                  from core.sign_in_attempt
                  where account_id = :accountId and network = :network
                    and (device_id is null or device_id = :addressId) and outcome = 'succeeded')))
        select name.failed as name_failed, name.pending as name_pending, name.oldest as name_oldest,
               account.failed as account_failed, account.pending as account_pending, account.oldest as account_oldest,
               network.failed as network_failed, network.pending as network_pending, network.oldest as network_oldest,
               own.failed as own_failed, own.pending as own_pending
        from name, account, network, own
        """)
    Tally tally(
            String realm,
            byte[] loginIndex,
            UUID accountId,
            String network,
            UUID addressId,
            Instant since,
            Instant pendingSince);

    /** The same of one known device, since its own last success, in the columns of the name. */
    @Query("""
        select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as name_failed,
               count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as name_pending,
               min(attempted_at) filter (where outcome = 'failed' or attempted_at < :pendingSince) as name_oldest,
               0 as account_failed, 0 as account_pending, cast(null as timestamptz) as account_oldest,
               0 as network_failed, 0 as network_pending, cast(null as timestamptz) as network_oldest,
               0 as own_failed, 0 as own_pending
        from core.sign_in_attempt
        where device_id = :deviceId and outcome <> 'succeeded'
          and attempted_at > greatest(cast(:since as timestamptz), (
              select max(attempted_at)
              from core.sign_in_attempt
              where device_id = :deviceId and outcome = 'succeeded'))
        """)
    Tally tallyOfDevice(UUID deviceId, Instant since, Instant pendingSince);

    @Query("""
        insert into core.sign_in_attempt
            (id, realm, login_index, account_id, device_id, network, attempted_at, outcome)
        values (:id, :realm, :loginIndex, :accountId, :deviceId, :network, :attemptedAt, 'pending')
        """)
    void insert(
            UUID id,
            String realm,
            byte[] loginIndex,
            @Nullable UUID accountId,
            @Nullable UUID deviceId,
            String network,
            Instant attemptedAt);

    @Query("update core.sign_in_attempt set outcome = :outcome where id = :id")
    void settle(UUID id, String outcome);

    @Query("delete from core.sign_in_attempt where id = :id and outcome = 'pending'")
    int withdraw(UUID id);

    @Query("delete from core.sign_in_attempt where attempted_at < :before")
    int deleteBefore(Instant before);

    /** How many attempts failed, the oldest of them, and how many are being decided. */
    @MappedEntity
    record Tally(
            long nameFailed,
            long namePending,
            @Nullable Instant nameOldest,
            long accountFailed,
            long accountPending,
            @Nullable Instant accountOldest,
            long networkFailed,
            long networkPending,
            @Nullable Instant networkOldest,
            long ownFailed,
            long ownPending) {}
}
