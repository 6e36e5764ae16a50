package org.tongban.core.signin;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of attempts to sign in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<AttemptRepository.Tally, UUID> {
    /** Makes other attempts on the same login wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:loginLock)")
    int lock(long loginLock);

    /** Failures since the last success; an attempt that never got an outcome counts as one. */
    @Query("""
        select count(*) filter (where outcome = 'failed' or attempted_at < :pendingSince) as failed,
               count(*) filter (where outcome = 'pending' and attempted_at >= :pendingSince) as pending,
               min(attempted_at) filter (where outcome = 'failed' or attempted_at < :pendingSince) as oldest
        from core.sign_in_attempt
        where realm = :realm and login_index = :loginIndex and outcome <> 'succeeded'
          and attempted_at > greatest(cast(:since as timestamptz), (
              select max(attempted_at)
              from core.sign_in_attempt
              where realm = :realm and login_index = :loginIndex and outcome = 'succeeded'))
        """)
    Tally tally(String realm, byte[] loginIndex, Instant since, Instant pendingSince);

    @Query("""
        insert into core.sign_in_attempt (id, realm, login_index, attempted_at, outcome)
        values (:id, :realm, :loginIndex, :attemptedAt, 'pending')
        """)
    void insert(UUID id, String realm, byte[] loginIndex, Instant attemptedAt);

    @Query("update core.sign_in_attempt set outcome = :outcome where id = :id")
    void settle(UUID id, String outcome);

    @Query("delete from core.sign_in_attempt where id = :id and outcome = 'pending'")
    int withdraw(UUID id);

    @Query("delete from core.sign_in_attempt where attempted_at < :before")
    int deleteBefore(Instant before);

    /** How many attempts failed, the oldest of them, and how many are being decided. */
    @MappedEntity
    record Tally(long failed, long pending, @Nullable Instant oldest) {}
}
