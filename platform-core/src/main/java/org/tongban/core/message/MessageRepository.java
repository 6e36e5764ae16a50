package org.tongban.core.message;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts messages into the outbox, and shows the newest of them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRepository extends GenericRepository<Message, UUID> {
    @Query("""
        insert into core.message
            (id, template, channel, account, recipient, recipient_index, recipient_masked, content, state, urgent,
             attempts, not_after, due_at, created_at)
        values (:id, :template, :channel, :account, :recipient, :recipientIndex, :recipientMasked, :content, :state,
                :urgent, 0, cast(:notAfter as timestamptz), :now, :now)\
        """)
    void add(
            UUID id,
            String template,
            String channel,
            @Nullable UUID account,
            byte[] recipient,
            byte[] recipientIndex,
            String recipientMasked,
            byte[] content,
            String state,
            boolean urgent,
            @Nullable Instant notAfter,
            Instant now);

    @Query(value = "select " + Message.COLUMNS + """
        from core.message
        order by created_at desc, id desc
        limit :limit\
        """, nativeQuery = true)
    List<Message> newest(int limit);
}
