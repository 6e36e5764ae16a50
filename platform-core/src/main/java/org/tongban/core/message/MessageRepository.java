package org.tongban.core.message;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Columns;

/** Puts messages into the outbox, and shows the newest of them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRepository extends GenericRepository<Message, UUID> {
    @Query("""
        insert into core.message
            (id, template, channel, account, recipient, recipient_index, recipient_masked, content, state, urgent,
             attempts, not_after, due_at, created_at)
        select cast(given.id as uuid), given.template, given.channel, cast(given.account as uuid),
            decode(given.recipient, 'hex'), decode(given.recipient_index, 'hex'), given.recipient_masked,
            decode(given.content, 'hex'), given.state, cast(given.urgent as boolean), 0,
            cast(given.not_after as timestamptz), cast(:now as timestamptz), cast(:now as timestamptz)
        from unnest(
                cast(:ids as text[]), cast(:templates as text[]), cast(:channels as text[]), cast(:accounts as text[]),
                cast(:recipients as text[]), cast(:indices as text[]), cast(:masked as text[]),
                cast(:contents as text[]), cast(:states as text[]), cast(:urgencies as text[]), cast(:ends as text[]))
            as given (id, template, channel, account, recipient, recipient_index, recipient_masked, content, state,
                urgent, not_after)\
        """)
    void add(
            @Nullable String[] ids,
            @Nullable String[] templates,
            @Nullable String[] channels,
            @Nullable String[] accounts,
            @Nullable String[] recipients,
            @Nullable String[] indices,
            @Nullable String[] masked,
            @Nullable String[] contents,
            @Nullable String[] states,
            @Nullable String[] urgencies,
            @Nullable String[] ends,
            Instant now);

    /** Adds the rows; sealed bytes travel in hexadecimal. */
    default void add(List<MessageRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var hex = HexFormat.of();
        add(
                Columns.of(rows, MessageRow::id),
                Columns.of(rows, MessageRow::template),
                Columns.of(rows, MessageRow::channel),
                Columns.of(rows, MessageRow::account),
                Columns.of(rows, row -> hex.formatHex(row.recipient())),
                Columns.of(rows, row -> hex.formatHex(row.recipientIndex())),
                Columns.of(rows, MessageRow::recipientMasked),
                Columns.of(rows, row -> hex.formatHex(row.content())),
                Columns.of(rows, MessageRow::state),
                Columns.of(rows, MessageRow::urgent),
                Columns.of(rows, MessageRow::notAfter),
                now);
    }

    @Query(value = "select " + Message.COLUMNS + """
        from core.message
        order by created_at desc, id desc
        limit :limit\
        """, nativeQuery = true)
    List<Message> newest(int limit);
}
