package org.tongban.filing.verification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** All SQL of verifications and changes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VerificationRepository extends GenericRepository<Verification, UUID> {
    String ROW = """
        select id, owner, kind, state, account, realm, form, cast(document as text) as document, phones, uscc,
               data_year, takeover, cast(facts as text) as facts, version, submitted_at, created_at, changed_at
          from product_filing.verification
        """;

    @Query(ROW + " where id = :id")
    Optional<Verification> ofId(UUID id);

    @Query(ROW + " where id = :id for update")
    Optional<Verification> lock(UUID id);

    /** That under way. */
    @Query(ROW + " where owner = :owner and kind = :kind and state <> 'VERIFIED'")
    Optional<Verification> underWay(UUID owner, VerificationKind kind);

    @Query(ROW + " where owner = :owner and kind = :kind and state <> 'VERIFIED' for update")
    Optional<Verification> lockUnderWay(UUID owner, VerificationKind kind);

    /** The newest, whatever became of it. */
    @Query(ROW + " where owner = :owner and kind = :kind order by id desc limit 1")
    Optional<Verification> newest(UUID owner, VerificationKind kind);

    /** What holds of a unit: the latest that was approved, of either kind. */
    @Query(ROW + """
         where owner = :owner and state = 'VERIFIED'
         order by changed_at desc, id desc
         limit 1
        """)
    Optional<Verification> inForce(UUID owner);

    /** Answers 0 where one is under way. */
    @Query("""
        insert into product_filing.verification (id, owner, kind, state, account, realm, form, document, phones, uscc,
               data_year, takeover, facts, version, submitted_at, created_at, changed_at)
        values (:id, :owner, :kind, :state, :account, :realm, :form, cast(:document as jsonb), :phones, :uscc,
               :dataYear, :takeover, cast(:facts as jsonb), :version, :submittedAt, :createdAt, :changedAt)
        on conflict do nothing
        """)
    int add(Verification row);

    /** Writes one whose row the transaction has locked. */
    @Query("""
        update product_filing.verification
           set owner = :owner, state = :state, account = :account, realm = :realm, document = cast(:document as jsonb),
               phones = :phones, uscc = :uscc, data_year = :dataYear, takeover = :takeover,
               facts = cast(:facts as jsonb), version = :version,
               submitted_at = :submittedAt, changed_at = :changedAt
         where id = :id
        """)
    void store(Verification row);

    @Query("delete from product_filing.verification where id = :id")
    void delete(UUID id);
}
