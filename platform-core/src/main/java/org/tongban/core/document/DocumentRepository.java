package org.tongban.core.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Columns;

/** All SQL of documents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DocumentRepository extends GenericRepository<DocumentRow, UUID> {
    String ROW = """
        id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject,
        cast(facts as text) as facts, valid_from, valid_until, issued_at, superseded_by, revoked_at,
        revoked_for, found_by_number, file_key, file_sha256
        """;

    /** The same without what only a single document is shown with. */
    String LISTED = """
        id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject,
        '[]' as facts, valid_from, valid_until, issued_at, superseded_by, revoked_at,
        revoked_for, found_by_number, file_key, file_sha256
        """;

    /** Answers the ids of those that were added; of the others the code is another document's. */
    @Query(value = """
        with added as (
            insert into core.document (
                id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject, facts,
                valid_from, valid_until, issued_at, found_by_number)
            select cast(given.id as uuid), given.code, given.template, given.number, given.title_zh, given.title_en,
                given.holder, given.issuer, cast(given.account as uuid), given.subject_type,
                cast(given.subject as uuid), cast(given.facts as jsonb), cast(given.valid_from as date),
                cast(given.valid_until as date), cast(:issuedAt as timestamptz), cast(given.found_by_number as boolean)
            from unnest(
                    cast(:ids as text[]), cast(:codes as text[]), cast(:templates as text[]), cast(:numbers as text[]),
                    cast(:titlesZh as text[]), cast(:titlesEn as text[]), cast(:holders as text[]),
                    cast(:issuers as text[]), cast(:accounts as text[]), cast(:subjectTypes as text[]),
                    cast(:subjects as text[]), cast(:allFacts as text[]), cast(:firstDays as text[]),
                    cast(:lastDays as text[]), cast(:openNumbers as text[]))
                as given (id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type,
                    subject, facts, valid_from, valid_until, found_by_number)
            on conflict (code) do nothing
            returning id)
        select id from added
        """, nativeQuery = true)
    List<UUID> insert(
            @Nullable String[] ids,
            @Nullable String[] codes,
            @Nullable String[] templates,
            @Nullable String[] numbers,
            @Nullable String[] titlesZh,
            @Nullable String[] titlesEn,
            @Nullable String[] holders,
            @Nullable String[] issuers,
            @Nullable String[] accounts,
            @Nullable String[] subjectTypes,
            @Nullable String[] subjects,
            @Nullable String[] allFacts,
            @Nullable String[] firstDays,
            @Nullable String[] lastDays,
            @Nullable String[] openNumbers,
            Instant issuedAt);

    /** The same of rows, all of one moment. */
    default Set<UUID> insert(List<DocumentRow> rows) {
        return Set.copyOf(insert(
                Columns.of(rows, DocumentRow::id),
                Columns.of(rows, DocumentRow::code),
                Columns.of(rows, DocumentRow::template),
                Columns.of(rows, DocumentRow::number),
                Columns.of(rows, DocumentRow::titleZh),
                Columns.of(rows, DocumentRow::titleEn),
                Columns.of(rows, DocumentRow::holder),
                Columns.of(rows, DocumentRow::issuer),
                Columns.of(rows, DocumentRow::account),
                Columns.of(rows, DocumentRow::subjectType),
                Columns.of(rows, DocumentRow::subject),
                Columns.of(rows, DocumentRow::facts),
                Columns.of(rows, DocumentRow::validFrom),
                Columns.of(rows, DocumentRow::validUntil),
                Columns.of(rows, DocumentRow::foundByNumber),
                rows.getFirst().issuedAt()));
    }

    @Query(value = "select " + ROW + " from core.document where id = :id", nativeQuery = true)
    Optional<DocumentRow> find(UUID id);

    @Query(value = "select " + ROW + " from core.document where id = :id for update", nativeQuery = true)
    Optional<DocumentRow> lock(UUID id);

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

    /** The same of many records. */
    @Query(value = "select distinct on (subject) " + ROW + """
        from core.document
        where subject = any (cast(:subjects as uuid[])) and template = :template
        order by subject, id desc
        """, nativeQuery = true)
    List<DocumentRow> latest(@Nullable String[] subjects, String template);

    @Query(value = "select " + LISTED + """
        from core.document
        where account = :account and id < :edge
        order by id desc
        limit :most
        """, nativeQuery = true)
    List<DocumentRow> below(UUID account, UUID edge, int most);

    @Query("""
        update core.document d
        set superseded_by = given.next
        from unnest(cast(:ids as uuid[]), cast(:next as uuid[])) as given (id, next)
        where d.id = given.id and d.superseded_by is null and d.revoked_at is null
        """)
    int supersede(@Nullable String[] ids, @Nullable String[] next);

    @Query("""
        update core.document
        set revoked_at = :at, revoked_for = :decided
        where id = :id and revoked_at is null
        """)
    int revoke(UUID id, @Nullable UUID decided, Instant at);

    @Query("update core.document set revoked_at = null, revoked_for = null where id = :id and revoked_at is not null")
    int reinstate(UUID id);

    /**
     * Answers 0 where another rendering is the first, or it is one of facts that the document no longer has.
     *
     * @param rendered the {@link DocumentRow#facts} that it shows
     */
    @Query("""
        update core.document
        set file_key = :key, file_sha256 = :sha256
        where id = :id and file_key is null and cast(facts as text) = :rendered
        """)
    int keepFile(UUID id, String key, String sha256, String rendered);

    /** Leaves of the facts those that have a name, and no rendering of the others. */
    @Query("""
        update core.document
        set facts = jsonb_path_query_array(facts, '$[*] ? (@.name != "")'), file_key = null, file_sha256 = null
        where id = :id
        """)
    void forgetUnnamed(UUID id);
}
