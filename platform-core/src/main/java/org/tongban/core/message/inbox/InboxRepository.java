package org.tongban.core.message.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of inboxes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRepository extends GenericRepository<InboxEntry, UUID> {
    String COLUMNS = "id, module, template, content, link, created_at, read_at";

    String MATCHING = """
         where account = :account and (not :unread or read_at is null)
           and (cast(:module as text) is null or module = :module)
        """;

    @Query("""
        insert into core.inbox_entry (id, account, module, template, content, link, created_at)
        select cast(given.id as uuid), cast(given.account as uuid), given.module, given.template,
            decode(given.content, 'hex'), given.link, cast(:now as timestamptz)
        from unnest(
                cast(:ids as text[]), cast(:accounts as text[]), cast(:modules as text[]), cast(:templates as text[]),
                cast(:contents as text[]), cast(:links as text[]))
            as given (id, account, module, template, content, link)\
        """)
    void add(
            @Nullable String[] ids,
            @Nullable String[] accounts,
            @Nullable String[] modules,
            @Nullable String[] templates,
            @Nullable String[] contents,
            @Nullable String[] links,
            Instant now);

    /** What is older, newest first. */
    @Query(
            value = "select " + COLUMNS + " from core.inbox_entry" + MATCHING
                    + " and id < :edge order by id desc limit :most",
            nativeQuery = true)
    List<InboxEntry> below(UUID account, boolean unread, @Nullable String module, UUID edge, int most);

    /** What is newer, oldest first. */
    @Query(
            value = "select " + COLUMNS + " from core.inbox_entry" + MATCHING
                    + " and id > :edge order by id limit :most",
            nativeQuery = true)
    List<InboxEntry> above(UUID account, boolean unread, @Nullable String module, UUID edge, int most);

    /** How many there are, counted up to a number. */
    @Query(
            value = "select count(*) from (select 1 from core.inbox_entry" + MATCHING + " limit :most) as counted",
            nativeQuery = true)
    long count(UUID account, boolean unread, @Nullable String module, int most);

    @Query(
            value = "select " + COLUMNS + " from core.inbox_entry where id = :id and account = :account",
            nativeQuery = true)
    Optional<InboxEntry> find(UUID id, UUID account);

    /** Marks one that was not read before. */
    @Query("update core.inbox_entry set read_at = :now where id = :id and account = :account and read_at is null")
    int read(UUID id, UUID account, Instant now);

    @Query("update core.inbox_entry set read_at = :now where account = :account and read_at is null")
    int readAll(UUID account, Instant now);

    /** Forgets what is old, a part at a time. */
    @Query("""
        delete from core.inbox_entry
        where id in (select id from core.inbox_entry where created_at < :before order by created_at limit :most)\
        """)
    int deleteBefore(Instant before, int most);
}
