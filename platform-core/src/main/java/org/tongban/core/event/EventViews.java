package org.tongban.core.event;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;

/** What enters and leaves the API about events that a subscriber could not take (CO-50). */
public final class EventViews {
    private EventViews() {}

    /**
     * An event that is held for a subscriber; what it says is not shown.
     *
     * @param event the event's own id, which the subscriber gets each time
     * @param dueAt when it is tried again, where it is
     * @param reason the kinds of what went wrong; the log has the rest
     * @param skippedFor the reason it was given up for, in the answer to that alone
     */
    @Serdeable
    @Schema(name = "HeldEvent")
    public record View(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.count-filed-products")
            String subscriber,

            UUID event,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.product-filed")
            String type,

            UUID aggregate,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"parked", "retrying", "waiting", "skipped"},
                    example = "parked")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10")
            int failures,

            Instant at,
            @Nullable Instant dueAt,

            @Nullable @Schema(example = "IllegalStateException")
            String reason,

            Instant heldAt,
            @Nullable @Schema(example = "单位已注销，无需统计") String skippedFor)
            implements Audited {
        static View of(HeldEvent held) {
            return new View(
                    held.id(),
                    held.subscriber(),
                    held.event(),
                    held.type(),
                    held.aggregate(),
                    held.state(),
                    held.failures(),
                    held.at(),
                    held.state().equals(HeldEvent.RETRYING) ? held.dueAt() : null,
                    held.lastError(),
                    held.heldAt(),
                    null);
        }

        View skipped(String why) {
            return new View(id, subscriber, event, type, aggregate, "skipped", failures, at, null, reason, heldAt, why);
        }

        @Override
        public String auditSubject() {
            return "platform/event";
        }

        @Override
        public UUID auditId() {
            return event;
        }

        @Override
        public Map<String, Object> auditDigest() {
            var digest = new LinkedHashMap<String, Object>();
            digest.put("subscriber", subscriber);
            digest.put("type", type);
            digest.put("aggregate", aggregate.toString());
            if (skippedFor != null) {
                digest.put("reason", skippedFor);
            }
            return digest;
        }
    }

    /** Why an event is given up. */
    @Serdeable
    @Schema(name = "EventSkip")
    public record Skip(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 500,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*$",
                    example = "单位已注销，无需统计")
            String reason) {}

    /** Whose parked events are delivered anew. */
    @Serdeable
    @Schema(name = "EventReplay")
    public record Replay(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    pattern = "^[a-z0-9./-]+$",
                    example = "product-filing.count-filed-products")
            String subscriber) {}

    /** How many events are delivered anew. */
    @Serdeable
    @Schema(name = "EventsReplayed")
    public record Replayed(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.count-filed-products")
            String subscriber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12")
            int events)
            implements Audited {
        @Override
        public String auditSubject() {
            return "platform/event-subscriber";
        }

        /** Subscribers are known by their names; the trail wants a number. */
        @Override
        public UUID auditId() {
            return UUID.nameUUIDFromBytes(subscriber.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("subscriber", subscriber, "events", events);
        }
    }
}
