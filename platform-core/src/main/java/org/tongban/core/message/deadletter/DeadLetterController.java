package org.tongban.core.message.deadletter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.Caller;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** What staff can do with messages that were not sent (CO-41, CO-83c). */
@Controller("/api/platform/v1/messages/dead-letters")
class DeadLetterController {
    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Messages that were given up or may have been sent, newest first; none for a region's staff. */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get
    PageOf<DeadLetter> listDeadLetters(
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        return deadLetters.page(caller, cursor, limit, count);
    }

    /** Has a message tried again, from the first try on. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.message.retry", owner = DeadLetterOwnership.class)
    @Post("/{id}/retry")
    @Refuses("message-not-stuck")
    HttpResponse<DeadLetter> retryMessage(UUID id) {
        return HttpResponse.ok(deadLetters.retry(id));
    }

    /** Gives a message up for good. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.message.discard", owner = DeadLetterOwnership.class)
    @Post("/{id}/discard")
    @Refuses("message-not-stuck")
    HttpResponse<DeadLetter> discardMessage(UUID id) {
        return HttpResponse.ok(deadLetters.discard(id));
    }
}
