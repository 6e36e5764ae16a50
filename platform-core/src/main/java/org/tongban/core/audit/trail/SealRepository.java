package org.tongban.core.audit.trail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of seals and anchors: they are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealRepository extends GenericRepository<TrailRow, UUID> {
    /** The record's own columns. */
    String RECORD = """
        cast(r.txid as text) as txid, r.at, r.action, r.account, r.realm, r.client, r.address, r.subject_type,
            r.subject_id, r.outcome, cast(r.digest as text) as digest, r.trace_id
        """;

    String SEAL = "s.sequence, s.sealed_at, s.previous, s.hash, cast(s.txid as text) as seal_txid ";

    String NO_SEAL = """
        cast(null as bigint) as sequence, cast(null as timestamptz) as sealed_at, cast(null as text) as previous,
            cast(null as text) as hash, cast(null as text) as seal_txid
        """;

    /** Whether no other node seals until the transaction ends; the number names the lock and means nothing else. */
    @Query("select pg_try_advisory_xact_lock(7309453156)")
    boolean hold();

    @Query(value = """
        select sequence, record_id, cast(txid as text) as txid, hash, sealed_at
        from core.audit_seal
        order by sequence desc
        limit 1\
        """, nativeQuery = true)
    Optional<SealRow> head();

    @Query(value = """
        select sequence, record_id, cast(txid as text) as txid, hash, sealed_at
        from core.audit_seal
        where sequence = :sequence\
        """, nativeQuery = true)
    Optional<SealRow> seal(long sequence);

    /** What comes next, in the order of commit: nothing above the oldest transaction still running. */
    @Query(value = "select r.id, " + RECORD + ", " + NO_SEAL + """
        from core.audit_record r
        where (r.txid, r.id) > (cast(:txid as xid8), :id)
          and r.txid < pg_snapshot_xmin(pg_current_snapshot())
        order by r.txid, r.id
        limit :most\
        """, nativeQuery = true)
    List<TrailRow> unsealed(String txid, UUID id, int most);

    /** When the oldest record behind a place was written. */
    @Query("""
        select r.at from core.audit_record r
        where (r.txid, r.id) > (cast(:txid as xid8), :id)
        order by r.txid, r.id
        limit 1\
        """)
    Optional<Instant> oldestBehind(String txid, UUID id);

    /** Whether the numbers of transactions began anew, as they do in a database restored from a dump. */
    @Query("select pg_snapshot_xmax(pg_current_snapshot()) < cast(:txid as xid8)")
    boolean isBefore(String txid);

    /** Seals records, the first with number {@code first}. */
    @Query("""
        insert into core.audit_seal (sequence, record_id, txid, previous, hash, sealed_at)
        select cast(:first as bigint) + o.place - 1, cast(o.record as uuid), cast(o.txid as xid8),
            lag(o.hash, 1, cast(:previous as text)) over (order by o.place), o.hash, cast(:at as timestamptz)
        from unnest(cast(:records as text[]), cast(:txids as text[]), cast(:hashes as text[]))
            with ordinality as o (record, txid, hash, place)\
        """)
    void add(long first, String previous, String[] records, String[] txids, String[] hashes, Instant at);

    /** The chain behind a number, whether its records are there or not. */
    @Query(value = "select s.record_id as id, " + RECORD + ", " + SEAL + """
        from core.audit_seal s
        left join core.audit_record r on r.id = s.record_id
        where s.sequence > :after and s.sequence <= :to
        order by s.sequence
        limit :most\
        """, nativeQuery = true)
    List<TrailRow> chain(long after, long to, int most);

    /** Records between two places of the chain that have no seal: nothing that the platform wrote. */
    @Query(value = "select r.id, " + RECORD + ", " + NO_SEAL + """
        from core.audit_record r
        where (r.txid, r.id) > (cast(:afterTxid as xid8), :after)
          and (r.txid, r.id) < (cast(:beforeTxid as xid8), :before)
          and not exists (select 1 from core.audit_seal s where s.record_id = r.id)
        order by r.txid, r.id
        limit :most\
        """, nativeQuery = true)
    List<TrailRow> between(String afterTxid, UUID after, String beforeTxid, UUID before, int most);

    /** The last number that was sealed before a moment. */
    @Query("""
        select sequence from core.audit_seal
        where sealed_at < :moment
        order by sealed_at desc, sequence desc
        limit 1\
        """)
    Optional<Long> lastBefore(Instant moment);

    @Query("""
        insert into core.audit_anchor (day, sequence, hash, jws, public_key)
        values (:day, :sequence, :hash, :jws, :publicKey)
        on conflict do nothing\
        """)
    void anchor(LocalDate day, long sequence, String hash, String jws, String publicKey);

    @Query(value = """
        select day, sequence, jws, public_key from core.audit_anchor
        where sequence >= :from and sequence <= :to
        order by sequence, day\
        """, nativeQuery = true)
    List<AnchorRow> anchors(long from, long to);

    @Query("select 1 from core.audit_anchor where day = :day")
    Optional<Integer> anchorOf(LocalDate day);
}
