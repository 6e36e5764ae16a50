package org.tongban.core.message.receipt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Message;

/** Notes what became of messages. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReceiptRepository extends GenericRepository<Message, UUID> {
    /** Of a message that this provider took and of which it has not said anything yet. */
    @Query("""
        update core.message
        set state = :state, delivered_at = :now, last_error = :reason
        where provider = :provider and provider_id = :providerId and state = 'sent'\
        """)
    int note(String provider, String providerId, String state, @Nullable String reason, Instant now);
}
