package org.tongban.core.document;

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

/** All SQL of documents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DocumentRepository extends GenericRepository<DocumentRow, UUID> {
    String ROW = """
        id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject,
        cast(facts as text) as facts, valid_from, valid_until, issued_at, superseded_by, revoked_at, revoked_for, found_by_number, file_key, file_sha256
        """;

    /** The same without what only a single document is shown with. */
    String LISTED = """
        id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject,
        '[]' as facts, valid_from, valid_until, issued_at, superseded_by, revoked_at, revoked_for, found_by_number, file_key, file_sha256
        """;

    /** Answers 0 where the code is another document's; of an entity it would always answer 1. */
    @Query("""
        insert into core.document (
            id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject, facts,
            valid_from, valid_until, issued_at, found_by_number)
        values (:id, :code, :template, :number, :titleZh, :titleEn, :holder, :issuer, :account, :subjectType, :subject,
            cast(:facts as jsonb), :validFrom, :validUntil, :issuedAt, :foundByNumber)
        on conflict (code) do nothing
        """)
    int insert(
            UUID id,
            String code,
            String template,
            String number,
            String titleZh,
            String titleEn,
            String holder,
            String issuer,
            @Nullable UUID account,
            String subjectType,
            UUID subject,
            String facts,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Instant issuedAt,
            boolean foundByNumber);

    @Query(value = "select " + ROW + " from core.document where id = :id", nativeQuery = true)
    Optional<DocumentRow> find(UUID id);

    @Query(value = "select " + ROW + " from core.document where code = :code", nativeQuery = true)
    Optional<DocumentRow> findByCode(String code);

    /** The last one of a number, where everybody may find it by that. */
    @Query(value = "select " + ROW + """
        from core.document
        where number = :number and found_by_number
        order by id desc
        limit 1
        """, nativeQuery = true)
    Optional<DocumentRow> findByNumber(String number);

    @Query(value = "select " + LISTED + """
        from core.document
        where number = :number
        order by id desc
        limit 20
        """, nativeQuery = true)
    List<DocumentRow> byNumber(String number);

    /** The document of this template that was issued last for a record. */
    @Query(value = "select " + ROW + """
        from core.document
        where subject = :subject and template = :template
        order by id desc
        limit 1
        """, nativeQuery = true)
    Optional<DocumentRow> latest(UUID subject, String template);

    @Query(value = "select " + LISTED + """
        from core.document
        where account = :account and id < :edge
        order by id desc
        limit :most
        """, nativeQuery = true)
    List<DocumentRow> below(UUID account, UUID edge, int most);

    @Query("""
        update core.document
        set superseded_by = :by
        where id = :id and superseded_by is null and revoked_at is null
        """)
    int supersede(UUID id, UUID by);

    @Query("""
        update core.document
        set revoked_at = :at, revoked_for = :decided
        where id = :id and revoked_at is null
        """)
    int revoke(UUID id, @Nullable UUID decided, Instant at);

    @Query("update core.document set revoked_at = null, revoked_for = null where id = :id and revoked_at is not null")
    int reinstate(UUID id);

    /** Answers 0 where another rendering is the first. */
    @Query("""
        update core.document
        set file_key = :key, file_sha256 = :sha256
        where id = :id and file_key is null
        """)
    int keepFile(UUID id, String key, String sha256);
}
