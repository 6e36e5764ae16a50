package org.tongban.core.notice;

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

/** All SQL of notices. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends GenericRepository<NoticeRow, UUID> {
    String ROW = """
        id, module, title_zh, text_zh, title_en, text_en, shown_from, shown_until, pinned, question, files, state,
        written_by, written_at, published_by, published_at, withdrawn_at, version
        """;

    @Query("""
        insert into core.notice (
            id, module, title_zh, text_zh, title_en, text_en, shown_from, shown_until, pinned, question, files,
            state, written_by, written_at, version)
        values (:id, :module, :titleZh, :textZh, :titleEn, :textEn, :shownFrom, :shownUntil, :pinned, :question, :files,
            :state, :writtenBy, :writtenAt, :version)
        """)
    void insert(NoticeRow row);

    @Query("""
        update core.notice
        set title_zh = :titleZh, text_zh = :textZh, title_en = :titleEn, text_en = :textEn, shown_from = :shownFrom,
            shown_until = :shownUntil, pinned = :pinned, question = :question, files = :files, written_by = :writtenBy,
            written_at = :writtenAt, version = version + 1
        where id = :id
        """)
    void change(NoticeRow row);

    @Query("""
        update core.notice
        set state = 'published', published_by = :by, published_at = :at, version = version + 1
        where id = :id
        """)
    void publish(UUID id, UUID by, Instant at);

    @Query("update core.notice set state = 'withdrawn', withdrawn_at = :at, version = version + 1 where id = :id")
    void withdraw(UUID id, Instant at);

    @Query(value = "select " + ROW + " from core.notice where id = :id", nativeQuery = true)
    Optional<NoticeRow> find(UUID id);

    @Query("select version from core.notice where id = :id")
    Optional<Long> version(UUID id);

    @Query("select version from core.notice where id = :id for update")
    Optional<Long> lock(UUID id);

    /** What everybody sees on a day, the pinned first, then the newest; below one of them where it is named. */
    @Query(value = "select " + ROW + """
        from core.notice n
        where n.state = 'published'
          and n.shown_from <= :today
          and (n.shown_until is null or n.shown_until >= :today)
          and n.question = :question
          and (cast(:module as text) is null or n.module = :module)
          and (cast(:edge as uuid) is null
               or (n.pinned, n.shown_from, n.id)
                  < (select e.pinned, e.shown_from, e.id from core.notice e where e.id = :edge))
        order by n.pinned desc, n.shown_from desc, n.id desc
        limit :most
        """, nativeQuery = true)
    List<NoticeRow> shown(LocalDate today, boolean question, @Nullable String module, @Nullable UUID edge, int most);

    /** What staff see, the newest first. */
    @Query(value = "select " + ROW + """
        from core.notice
        where (cast(:module as text) is null or module = :module)
          and (cast(:state as text) is null or state = :state)
          and id < :edge
        order by id desc
        limit :most
        """, nativeQuery = true)
    List<NoticeRow> below(@Nullable String module, @Nullable String state, UUID edge, int most);
}
