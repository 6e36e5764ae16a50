package org.tongban.core.message;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the outbox. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRepository extends GenericRepository<Message, UUID> {
    @Query("""
        insert into core.message
            (id, template, channel, account, recipient, recipient_masked, content, state, attempts, not_after,
             due_at, created_at)
        values (:id, :template, :channel, :account, :recipient, :recipientMasked, :content, :state, 0,
                cast(:notAfter as timestamptz), :now, :now)\
        """)
    void add(
            UUID id,
            String template,
            String channel,
            @Nullable UUID account,
            byte[] recipient,
            String recipientMasked,
            byte[] content,
            String state,
            @Nullable Instant notAfter,
            Instant now);

    /** Takes what is due, counts the attempt and puts the next one off, so that a crash loses nothing. */
    @Query(value = """
        update core.message
        set attempts = attempts + 1, due_at = :next
        where id in (
            select id from core.message
            where state = 'queued' and due_at <= :now
            order by due_at, id
            limit :limit
            for update skip locked)
        returning id, template, channel, recipient, recipient_masked, text, content, state, attempts, not_after,
                  created_at, sent_at\
        """, nativeQuery = true)
    List<Message> take(Instant now, Instant next, int limit);

    @Query("""
        update core.message
        set state = 'sent', sent_at = :now, provider_id = :providerId, last_error = null
        where id = :id\
        """)
    void sent(UUID id, Instant now, String providerId);

    @Query("""
        update core.message
        set state = :state, due_at = :due, last_error = :error
        where id = :id\
        """)
    void failed(UUID id, String state, Instant due, String error);

    /** What is no longer true is not sent any more; the row stays, to be counted. */
    @Query("update core.message set state = 'dropped' where id = :id")
    void dropped(UUID id);

    @Query(value = """
        select id, template, channel, recipient, recipient_masked, text, content, state, attempts, not_after,
               created_at, sent_at
        from core.message
        order by created_at desc, id desc
        limit :limit\
        """, nativeQuery = true)
    List<Message> newest(int limit);
}
