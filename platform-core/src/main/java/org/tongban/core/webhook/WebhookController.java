package org.tongban.core.webhook;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Masked;
import org.tongban.core.module.CoreModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.webhook.WebhookViews.Setup;
import org.tongban.core.webhook.WebhookViews.Types;
import org.tongban.core.webhook.WebhookViews.View;

/**
 * Webhooks (CO-51): a client administers its own with its own token, operators all. None whose answer shows a secret heeds
 * an Idempotency-Key, for that would store it.
 */
@Controller("/api/platform/v1")
class WebhookController {
    /** What a webhook is to the audit trail. */
    static final String SUBJECT = "platform/webhook";

    private final Webhooks webhooks;
    private final WebhookRepository repository;
    private final WebhookSecrets secrets;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    WebhookController(
            Webhooks webhooks,
            WebhookRepository repository,
            WebhookSecrets secrets,
            AuditTrail audit,
            DatabaseClock clock) {
        this.webhooks = webhooks;
        this.repository = repository;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The types of events that a webhook can ask for. */
    @Permitted(CoreModule.WEBHOOKS)
    @Read
    @Get("/event-types")
    Types listEventTypes() {
        return new Types(webhooks.eventTypes());
    }

    /** The caller's webhooks, newest first; for operators everybody's. */
    @Permitted(CoreModule.WEBHOOKS)
    @Read
    @Get("/webhooks")
    PageOf<View> listWebhooks(
            Authenticated caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var client = Webhooks.clientOf(caller);
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> client == null ? repository.below(edge, most) : repository.belowOf(client, edge, most),
                (edge, most) -> client == null ? repository.above(edge, most) : repository.aboveOf(client, edge, most),
                WebhookRow::id,
                row -> view(row, null));
    }

    /** A webhook; never its secret. */
    @Permitted(CoreModule.WEBHOOKS)
    @Read(owner = WebhookOwnership.class)
    @Get("/webhooks/{id}")
    View showWebhook(UUID id) {
        return view(webhooks.find(id), null);
    }

    /** Registers a webhook; the answer shows its secret, which nobody sees again. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.create", idempotent = false)
    @Status(HttpStatus.CREATED)
    @Post("/webhooks")
    @Refuses({"webhook-refused", "webhook-limit"})
    HttpResponse<View> createWebhook(Authenticated caller, @Body @Checked Setup body) {
        var made = webhooks.create(caller, body.toSetup());
        return HttpResponse.created(
                view(made.webhook(), made.secret()),
                URI.create("/api/platform/v1/webhooks/" + made.webhook().id()));
    }

    /** Changes where a webhook is and what it is told of. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.change", owner = WebhookOwnership.class, ifMatch = true)
    @Put("/webhooks/{id}")
    @Refuses("webhook-refused")
    HttpResponse<View> changeWebhook(UUID id, @Body @Checked Setup body) {
        var before = webhooks.find(id);
        var after = webhooks.change(id, body.toSetup());
        audit.record(SUBJECT, id, WebhookViews.changes(before, secrets.contact(before), after, secrets.contact(after)));
        return HttpResponse.ok(view(after, null));
    }

    /** Gives a webhook a new secret, shown once; the former one signs too for a day. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.renew-secret", owner = WebhookOwnership.class, idempotent = false)
    @Post("/webhooks/{id}/secret")
    HttpResponse<View> renewWebhookSecret(UUID id) {
        var made = webhooks.renewSecret(id);
        return HttpResponse.ok(view(made.webhook(), made.secret()));
    }

    /** Calls a webhook no more, and gives up what it was still to be told. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.disable", owner = WebhookOwnership.class)
    @Post("/webhooks/{id}/disable")
    HttpResponse<View> disableWebhook(UUID id) {
        return HttpResponse.ok(view(webhooks.disable(id), null));
    }

    /** Calls a webhook again; what was given up comes back by redelivery alone. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.enable", owner = WebhookOwnership.class)
    @Post("/webhooks/{id}/enable")
    HttpResponse<View> enableWebhook(UUID id) {
        return HttpResponse.ok(view(webhooks.enable(id), null));
    }

    /** Deletes a webhook with its log. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.delete", owner = WebhookOwnership.class)
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/webhooks/{id}")
    HttpResponse<Void> deleteWebhook(UUID id) {
        webhooks.delete(id);
        audit.record(SUBJECT, id, Map.of());
        return HttpResponse.noContent();
    }

    private View view(WebhookRow webhook, @Nullable String secret) {
        var contact = secrets.contact(webhook);
        return new View(
                webhook.id(),
                webhook.client(),
                webhook.url(),
                webhook.types(),
                contact.isEmpty() ? null : Masked.email(contact),
                webhook.state(),
                webhook.disabledFor(),
                webhook.failures(),
                webhook.failingSince(),
                secret,
                WebhookSecrets.hasPrevious(webhook, clock.now()) ? webhook.previousUntil() : null,
                webhook.createdAt(),
                webhook.changedAt(),
                webhook.version());
    }
}
