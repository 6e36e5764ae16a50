package org.tongban.core.webhook;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.webhook.DeliveryViews.View;

/** What webhooks were told, with the log of the calls, and what is told again (CO-51, CO-83c). */
@Controller("/api/platform/v1")
class DeliveryController {
    private static final int CALLS_SHOWN = 50;

    private final DeliveryRepository repository;
    private final Webhooks webhooks;
    private final DatabaseClock clock;

    DeliveryController(DeliveryRepository repository, Webhooks webhooks, DatabaseClock clock) {
        this.repository = repository;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * What a webhook was told or is to be told, newest first.
     *
     * @param state where it stands; without it all
     */
    @Permitted(CoreModule.WEBHOOKS)
    @Read(owner = WebhookOwnership.class)
    @Get("/webhooks/{id}/deliveries")
    PageOf<View> listWebhookDeliveries(
            UUID id,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"queued", "claimed", "delivered", "dead"})
                    String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) ->
                        state == null ? repository.below(id, edge, most) : repository.belowIn(id, state, edge, most),
                (edge, most) ->
                        state == null ? repository.above(id, edge, most) : repository.aboveIn(id, state, edge, most),
                DeliveryRow::id,
                View::of);
    }

    /** What a webhook was told of one event, with the log of the calls. */
    @Permitted(CoreModule.WEBHOOKS)
    @Read(owner = WebhookOwnership.class)
    @Get("/webhooks/{id}/deliveries/{delivery}")
    View showWebhookDelivery(UUID id, UUID delivery) {
        return View.of(find(id, delivery), repository.attempts(delivery, CALLS_SHOWN));
    }

    /** Tells a webhook again what it was told, or what was given up. */
    @Permitted(CoreModule.WEBHOOKS)
    @Write(action = "platform.webhook.redeliver", owner = WebhookOwnership.class)
    @Post("/webhooks/{id}/deliveries/{delivery}/redeliver")
    @Refuses({"webhook-disabled", "delivery-under-way"})
    HttpResponse<View> redeliverWebhook(UUID id, UUID delivery) {
        find(id, delivery);
        if (!webhooks.find(id).active()) {
            throw DomainException.of(WebhookError.WEBHOOK_DISABLED);
        }
        var now = clock.now();
        if (repository.redeliver(delivery, now, now.plus(QueueWebhooks.LONGEST)) == 0) {
            throw DomainException.of(WebhookError.DELIVERY_UNDER_WAY);
        }
        return HttpResponse.ok(View.of(find(id, delivery)));
    }

    /**
     * What webhooks were or are to be told, of all of them, newest first; none for a region's staff.
     *
     * @param state where it stands; without it what was given up
     */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get("/webhook-deliveries")
    PageOf<View> listDeliveries(
            Caller caller,
            @QueryValue(defaultValue = "dead")
                    @Schema(
                            type = "string",
                            allowableValues = {"queued", "claimed", "delivered", "dead"})
                    String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var place = Keyset.place(cursor);
        if (!caller.reaches(null)) {
            return new PageOf<>(List.of(), null, null);
        }
        return Keyset.page(
                place,
                limit,
                (edge, most) -> repository.belowOfAll(state, edge, most),
                (edge, most) -> repository.aboveOfAll(state, edge, most),
                DeliveryRow::id,
                View::of);
    }

    private DeliveryRow find(UUID webhook, UUID delivery) {
        return repository.find(delivery, webhook).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
