package org.tongban.core.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;

/** What leaves the API about what webhooks are told (CO-51). */
final class DeliveryViews {
    private DeliveryViews() {}

    /**
     * What a webhook is told of one event.
     *
     * @param event its {@code webhook-id}, the same at each call
     * @param aggregate what it happened to
     * @param dueAt when the webhook is called next, where it is
     * @param log the latest calls, newest first; of one delivery alone
     */
    @Serdeable
    @Schema(name = "WebhookDelivery")
    record View(
            UUID id,
            UUID webhook,
            UUID event,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.product-filed")
            String type,

            UUID aggregate,
            Instant happenedAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"queued", "claimed", "delivered", "dead"},
                    example = "delivered")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int attempts,

            @Nullable Instant dueAt,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable @Schema(example = "status 503") String lastError,
            @Nullable List<Attempt> log)
            implements Audited {
        static View of(DeliveryRow row) {
            return of(row, null);
        }

        static View of(DeliveryRow row, @Nullable List<AttemptRow> calls) {
            return new View(
                    row.id(),
                    row.webhook(),
                    row.event(),
                    row.type(),
                    row.aggregate(),
                    row.happenedAt(),
                    row.state(),
                    row.attempts(),
                    row.over() ? null : row.dueAt(),
                    row.createdAt(),
                    row.endedAt(),
                    row.lastError(),
                    calls == null ? null : calls.stream().map(Attempt::of).toList());
        }

        @Override
        public String auditSubject() {
            return "platform/webhook-delivery";
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("webhook", webhook.toString(), "event", event.toString(), "state", state);
        }
    }

    /** One call. */
    @Serdeable
    @Schema(name = "WebhookAttempt")
    record Attempt(
            Instant at,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "84")
            int millis,

            @Nullable @Schema(example = "503") Integer status,

            @Nullable @Schema(example = "InterruptedIOException")
            String error) {
        static Attempt of(AttemptRow row) {
            return new Attempt(row.at(), row.millis(), row.status(), row.error());
        }
    }
}
