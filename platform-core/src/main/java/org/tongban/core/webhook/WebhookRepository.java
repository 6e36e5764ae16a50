package org.tongban.core.webhook;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of webhooks; {@link DeliveryRepository} has what they are told. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebhookRepository extends GenericRepository<WebhookRow, UUID> {
    @Query("""
        insert into core.webhook
            (id, client, created_by, url, event_types, contact, secret, previous_secret, previous_until, state,
            paused_until, created_at, changed_at)
        values (:id, :client, :createdBy, :url, :eventTypes, :contact, :secret, '', :now, 'active', :now, :now, :now)
        """)
    void insert(
            UUID id,
            @Nullable UUID client,
            @Nullable UUID createdBy,
            String url,
            String eventTypes,
            byte[] contact,
            byte[] secret,
            Instant now);

    @Query("select " + WebhookRow.COLUMNS + "from core.webhook where id = :id")
    Optional<WebhookRow> find(UUID id);

    @Query("select " + WebhookRow.COLUMNS + "from core.webhook where id = :id for update")
    Optional<WebhookRow> lock(UUID id);

    /** How many a client has; of operators those of no client. */
    @Query(value = "select count(*) from core.webhook where client is not distinct from :client", nativeQuery = true)
    int count(@Nullable UUID client);

    @Query("select " + WebhookRow.COLUMNS + "from core.webhook where id < :edge order by id desc limit :most")
    List<WebhookRow> below(UUID edge, int most);

    @Query("select " + WebhookRow.COLUMNS + "from core.webhook where id > :edge order by id limit :most")
    List<WebhookRow> above(UUID edge, int most);

    @Query("select "
            + WebhookRow.COLUMNS
            + "from core.webhook where client = :client and id < :edge order by id desc limit :most")
    List<WebhookRow> belowOf(UUID client, UUID edge, int most);

    @Query("select "
            + WebhookRow.COLUMNS
            + "from core.webhook where client = :client and id > :edge order by id limit :most")
    List<WebhookRow> aboveOf(UUID client, UUID edge, int most);

    @Query("""
        update core.webhook
        set url = :url, event_types = :eventTypes, contact = :contact, version = version + 1, changed_at = :now
        where id = :id
        """)
    void change(UUID id, String url, String eventTypes, byte[] contact, Instant now);

    @Query("""
        update core.webhook
        set secret = :secret, previous_secret = :previous, previous_until = :until, version = version + 1,
            changed_at = :now
        where id = :id
        """)
    void changeSecret(UUID id, byte[] secret, byte[] previous, Instant until, Instant now);

    @Query("""
        update core.webhook
        set state = 'disabled', disabled_for = :why, version = version + 1, changed_at = :now
        where id = :id and state = 'active'
        """)
    int disable(UUID id, String why, Instant now);

    @Query("""
        update core.webhook
        set state = 'active', disabled_for = null, failures = 0, failing_since = null, paused_until = :now,
            version = version + 1, changed_at = :now
        where id = :id and state = 'disabled'
        """)
    int enable(UUID id, Instant now);

    @Query("delete from core.webhook where id = :id")
    void delete(UUID id);

    /** It has taken something: it is well. */
    @Query("""
        update core.webhook set failures = 0, failing_since = null, paused_until = :now
        where id = :id and (failures > 0 or paused_until > :now)
        """)
    void succeeded(UUID id, Instant now);

    /** It has not: it is left alone for a while. */
    @Query("""
        update core.webhook
        set failures = failures + 1, failing_since = coalesce(failing_since, :now), paused_until = :until
        where id = :id
        """)
    void failed(UUID id, Instant now, Instant until);

    @Query(
            value = "select count(*) from core.webhook where state = 'disabled' and disabled_for <> 'asked'",
            nativeQuery = true)
    long countGivenUp();
}
