package org.tongban.core.agreement;

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

/** All SQL of agreements. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgreementRepository extends GenericRepository<AgreementRepository.VersionRow, UUID> {
    /** Makes other publications wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453123)")
    int lockPublication();

    @Query("""
        insert into core.agreement_version
            (id, agreement, version, zh, en, sha256, effective_from, accept_again, published_by, published_at)
        values (:id, :agreement, :version, :zh, :en, :sha256, :effectiveFrom, :acceptAgain, :publishedBy, :publishedAt)
        """)
    void insert(
            UUID id,
            String agreement,
            int version,
            String zh,
            String en,
            String sha256,
            LocalDate effectiveFrom,
            boolean acceptAgain,
            UUID publishedBy,
            Instant publishedAt);

    @Query("""
        select id, agreement, version, sha256, effective_from, accept_again, published_at
        from core.agreement_version
        where agreement = :agreement
        order by version desc
        limit 1
        """)
    Optional<VersionRow> latest(String agreement);

    /** One row for each agreement that has a version in force. */
    @Query("""
        select distinct on (agreement)
            id, agreement, version, sha256, effective_from, accept_again, published_at
        from core.agreement_version
        where effective_from <= :today
        order by agreement, version desc
        """)
    List<VersionRow> inForce(LocalDate today);

    /** Of the agreements in force, those that the account has to accept, a row for each. */
    @Query("""
        select distinct on (v.agreement)
            v.id, v.agreement, v.version, v.sha256, v.effective_from, v.accept_again, v.published_at
        from core.agreement_version v
        where v.effective_from <= :today
          and coalesce((
              select max(a.version) from core.agreement_acceptance a
              where a.account_id = :account and a.agreement = v.agreement), 0)
            < coalesce((
              select max(w.version) from core.agreement_version w
              where w.agreement = v.agreement and w.accept_again and w.effective_from <= :today), 1)
        order by v.agreement, v.version desc
        """)
    List<VersionRow> missing(UUID account, LocalDate today);

    @Query("delete from core.agreement_version where id = :id")
    void delete(UUID id);

    @Query("select zh, en from core.agreement_version where agreement = :agreement and version = :version")
    Optional<TextRow> text(String agreement, int version);

    @Query("""
        select id, agreement, version, sha256, effective_from, accept_again, published_at
        from core.agreement_version
        where agreement = :agreement and version = :version
        """)
    Optional<VersionRow> find(String agreement, int version);

    @Query("""
        select id, agreement, version, sha256, effective_from, accept_again, published_at
        from core.agreement_version
        where agreement = :agreement and id < :edge
        order by id desc
        limit :most
        """)
    List<VersionRow> below(String agreement, UUID edge, int most);

    @Query("""
        insert into core.agreement_acceptance (account_id, agreement, version, sha256, client, accepted_at)
        values (:account, :agreement, :version, :sha256, :client, :acceptedAt)
        on conflict do nothing
        """)
    int accept(UUID account, String agreement, int version, String sha256, String client, Instant acceptedAt);

    /** The last acceptance of each agreement. */
    @Query("""
        select distinct on (agreement) agreement, version, sha256, client, accepted_at
        from core.agreement_acceptance
        where account_id = :account
        order by agreement, version desc
        """)
    List<AcceptanceRow> accepted(UUID account);

    /** A published version without its text. */
    @MappedEntity(value = "agreement_version", schema = "core")
    record VersionRow(
            @Id UUID id,
            String agreement,
            int version,
            String sha256,
            LocalDate effectiveFrom,
            boolean acceptAgain,
            Instant publishedAt) {}

    /** The text of a version in both languages. */
    @MappedEntity(value = "agreement_version", schema = "core")
    record TextRow(@Id String zh, String en) {}

    /** That an account has accepted an agreement. */
    @MappedEntity(value = "agreement_acceptance", schema = "core")
    record AcceptanceRow(@Id String agreement, int version, String sha256, String client, Instant acceptedAt) {}
}
