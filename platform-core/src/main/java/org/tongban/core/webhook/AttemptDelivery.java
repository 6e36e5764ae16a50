package org.tongban.core.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.retry.Backoff;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.webhook.send.WebhookCall;
import org.tongban.core.webhook.send.WebhookCall.Answer;
import org.tongban.core.webhook.send.WebhookSignature;

/** Calls one webhook for one event, with no connection held meanwhile, and writes down what came of it (CO-51). */
@Singleton
class AttemptDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptDelivery.class);
    private static final int GONE = 410;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Webhooks registry;
    private final WebhookSecrets secrets;
    private final WebhookCall call;
    private final Transactions transactions;
    private final JsonMapper mapper;
    private final DatabaseClock clock;
    private final SystemClock signing;
    private final WebhookSettings settings;
    private final MeterRegistry meters;
    private final Backoff backoff;
    private final Backoff pause;

    AttemptDelivery(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            Webhooks registry,
            WebhookSecrets secrets,
            WebhookCall call,
            Transactions transactions,
            JsonMapper mapper,
            DatabaseClock clock,
            SystemClock signing,
            WebhookSettings settings,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.registry = registry;
        this.secrets = secrets;
        this.call = call;
        this.transactions = transactions;
        this.mapper = mapper;
        this.clock = clock;
        this.signing = signing;
        this.settings = settings;
        this.meters = meters;
        this.backoff = backoff(settings.retry());
        this.pause = Backoff.doubling(settings.retry(), LONGEST_PAUSE, MOST_DOUBLINGS);
    }

    /** Ten calls, the last just before three days are over. */
    private static Backoff backoff(Duration first) {
        return Backoff.of(
                first,
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(20));
    }

    /**
     * What a webhook is sent: that something happened, and to what. Who wants to know more asks the API, which knows what
     * the asker may see.
     */
    @Serdeable
    record Payload(UUID id, String type, Instant timestamp, Data data) {}

    /** What it happened to. */
    @Serdeable
    record Data(UUID id) {}

    /** Whether the webhook has taken it. */
    boolean attempt(DeliveryRow delivery, UUID claim) {
        var found = transactions.read(() -> webhooks.find(delivery.webhook()));
        if (found.isEmpty()) {
            return false;
        }
        var at = clock.now();
        var answer = send(found.get(), delivery);
        transactions.write(() -> finish(delivery, claim, at, answer));
        meters.counter("tongban.webhooks.calls", "outcome", answer.taken() ? "taken" : "failed")
                .increment();
        return answer.taken();
    }

    private Answer send(WebhookRow webhook, DeliveryRow delivery) {
        var now = signing.now();
        var id = delivery.event().toString();
        var body = body(delivery);
        var signature = WebhookSignature.of(secrets.signing(webhook, clock.now()), id, now.getEpochSecond(), body);
        var headers = Map.of(
                "User-Agent",
                "Tongban-Webhooks",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signature);
        return call.post(webhook.url(), headers, body, settings.timeout());
    }

    private byte[] body(DeliveryRow delivery) {
        try {
            return mapper.writeValueAsBytes(new Payload(
                    delivery.event(), delivery.type(), delivery.happenedAt(), new Data(delivery.aggregate())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean finish(DeliveryRow delivery, UUID claim, Instant at, Answer answer) {
        var now = clock.now();
        var locked = webhooks.lock(delivery.webhook());
        if (locked.isEmpty()) {
            return false;
        }
        var webhook = locked.get();
        if (answer.taken()) {
            if (deliveries.end(delivery.id(), claim, "delivered", now, now, null) > 0) {
                log(delivery, at, answer);
            }
            webhooks.succeeded(webhook.id(), now);
            return true;
        }
        var wait = backoff.after(delivery.attempts());
        var due = now.plus(wait.orElse(Duration.ZERO));
        boolean dead = wait.isEmpty() || due.isAfter(delivery.givesUpAt());
        var state = dead ? "dead" : "queued";
        if (deliveries.end(delivery.id(), claim, state, due, dead ? now : null, answer.fault()) > 0) {
            log(delivery, at, answer);
        }
        LOG.info("the webhook {} has not taken the event {}: {}", webhook.id(), delivery.event(), answer.fault());
        int failures = webhook.failures() + 1;
        webhooks.failed(webhook.id(), now, now.plus(pause.after(failures).orElse(LONGEST_PAUSE)));
        endWhereHopeless(webhook, now, answer);
        return false;
    }

    private void log(DeliveryRow delivery, Instant at, Answer answer) {
        deliveries.attempted(Ids.next(), delivery.id(), at, answer.millis(), answer.status(), answer.error());
    }

    private void endWhereHopeless(WebhookRow webhook, Instant now, Answer answer) {
        var since = webhook.failingSince();
        if (answer.status() != null && answer.status() == GONE) {
            registry.disableFor(webhook, "gone", "对方答复该地址已不存在（410）");
        } else if (since != null && !since.plus(settings.disableAfter()).isAfter(now)) {
            registry.disableFor(webhook, "failing", "连续多日投递未成功");
        }
    }
}
