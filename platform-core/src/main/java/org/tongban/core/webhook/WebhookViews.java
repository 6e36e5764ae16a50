package org.tongban.core.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.Changes;
import org.tongban.core.message.Masked;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API about webhooks (CO-51). */
final class WebhookViews {
    private static final String EVENT_TYPE = "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$";

    private WebhookViews() {}

    /** Both sides of what a change made another, for the trail (CO-55): of an address no parameters, which may hold a secret. */
    static Map<String, Object> changes(WebhookRow before, String oldContact, WebhookRow after, String newContact) {
        boolean parameters =
                place(before.url()).equals(place(after.url())) && !before.url().equals(after.url());
        var named = parameters ? Map.<String, Object>of("parameters", "changed") : Map.<String, Object>of();
        return Changes.between(named, shown(before, oldContact), shown(after, newContact));
    }

    private static Map<String, Object> shown(WebhookRow webhook, String contact) {
        return Map.of(
                "url",
                place(webhook.url()),
                "eventTypes",
                webhook.types(),
                "contact",
                contact.isEmpty() ? "" : Masked.email(contact));
    }

    /** An address without its parameters. */
    private static String place(String url) {
        var address = HttpUrl.get(url);
        var port = address.port() == HttpUrl.defaultPort(address.scheme()) ? "" : ":" + address.port();
        return address.scheme() + "://" + address.host() + port + address.encodedPath();
    }

    /**
     * A webhook.
     *
     * @param client whose it is; absent for one of operators
     * @param contact masked
     * @param disabledFor absent while it is active
     * @param failures how many calls failed, one after the other
     * @param secret shown once, when it was made
     * @param previousSecretUntil until when the former secret signs too
     */
    @Serdeable
    @Schema(name = "Webhook")
    record View(
            UUID id,
            @Nullable UUID client,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://portal.example.org/hooks/tongban")
            String url,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> eventTypes,

            @Nullable @Schema(example = "o***@example.org") String contact,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^(active|disabled)$", example = "active")
            String state,

            @Nullable @Schema(pattern = "^(asked|failing|gone)$", example = "failing")
            String disabledFor,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int failures,

            @Nullable Instant failingSince,

            @Nullable
            @Schema(
                    description = "Shown once, when it was made",
                    example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
            String secret,

            @Nullable Instant previousSecretUntil,
            Instant createdAt,
            Instant changedAt,
            long version)
            implements Audited, Versioned {
        @Override
        public String auditSubject() {
            return WebhookController.SUBJECT;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("url", place(url), "eventTypes", eventTypes, "state", state);
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /**
     * How a webhook is to be.
     *
     * @param url where events are posted to, https alone
     * @param eventTypes which
     * @param contact the e-mail address of who is told when it is disabled
     */
    @Serdeable
    @Schema(name = "WebhookSetup")
    record Setup(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 500,
                    pattern = "^https?://[\\x21-\\x7e]+$",
                    example = "https://portal.example.org/hooks/tongban")
            String url,

            @ArraySchema(
                    minItems = 1,
                    maxItems = 50,
                    schema = @Schema(maxLength = 100, pattern = EVENT_TYPE, example = "product-filing.product-filed"))
            List<String> eventTypes,

            @Nullable
            @Schema(maxLength = 254, pattern = "^[^@\\x00-\\x20]+@[^@\\x00-\\x20]+$", example = "ops@example.org")
            String contact) {
        Webhooks.Setup toSetup() {
            return new Webhooks.Setup(url, eventTypes, contact == null ? "" : contact);
        }
    }

    /** The types of events that webhooks can ask for. */
    @Serdeable
    @Schema(name = "EventTypes")
    record Types(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> items) {}
}
