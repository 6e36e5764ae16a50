package org.tongban.core.event;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.event.EventViews.Replay;
import org.tongban.core.event.EventViews.Replayed;
import org.tongban.core.event.EventViews.Skip;
import org.tongban.core.event.EventViews.View;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** What staff can do with events that a subscriber could not take (CO-50, CO-83c). */
@Controller("/api/platform/v1/events/parked")
class ParkedEventController {
    private final HoldEvents holdEvents;

    ParkedEventController(HoldEvents holdEvents) {
        this.holdEvents = holdEvents;
    }

    /**
     * The events held for a subscriber, newest first; none for a region's staff.
     *
     * @param state where they stand; without it those that somebody has to settle
     */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get
    PageOf<View> listParkedEvents(
            Caller caller,
            @QueryValue(defaultValue = HeldEvent.PARKED)
                    @Schema(
                            type = "string",
                            allowableValues = {"parked", "retrying", "waiting"})
                    String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        return holdEvents.page(caller, state, cursor, limit, count);
    }

    /** Has a parked event delivered anew, as often as at first; what waits for it follows. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.event.replay", owner = ParkedEventOwnership.class)
    @Post("/{id}/replay")
    @Refuses("event-not-parked")
    HttpResponse<View> replayEvent(UUID id) {
        return HttpResponse.ok(holdEvents.replayed(id));
    }

    /** Has up to 1,000 parked events of a subscriber delivered anew, the oldest first. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.event.replay")
    @Post("/replay")
    HttpResponse<Replayed> replayEvents(Caller caller, @Body @Checked Replay body) {
        return HttpResponse.ok(holdEvents.replayedAll(caller, body.subscriber()));
    }

    /** Gives a parked event up for its subscriber; what waits for it follows. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.event.skip", owner = ParkedEventOwnership.class)
    @Post("/{id}/skip")
    @Refuses("event-not-parked")
    HttpResponse<View> skipEvent(UUID id, @Body @Checked Skip body) {
        return HttpResponse.ok(holdEvents.skipped(id, body.reason().strip()));
    }
}
