package org.tongban.core.message.deadletter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Message;
import org.tongban.core.message.MessageError;
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

/** What staff can do with messages that were not sent (CO-41, CO-83c). */
@Controller("/api/platform/v1/messages/dead-letters")
class DeadLetterController {
    private final DeadLetterRepository repository;
    private final DatabaseClock clock;

    DeadLetterController(DeadLetterRepository repository, DatabaseClock clock) {
        this.repository = repository;
        this.clock = clock;
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
        var place = Keyset.place(cursor);
        if (!DeadLetterOwnership.reaches(caller)) {
            return new PageOf<DeadLetter>(List.of(), null, null).counted(count, most -> 0);
        }
        return Keyset.page(place, limit, repository::below, repository::above, Message::id, DeadLetter::of)
                .counted(count, repository::count);
    }

    /** Has a message tried again, from the first try on. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.message.retry", owner = DeadLetterOwnership.class)
    @Post("/{id}/retry")
    @Refuses("message-not-stuck")
    HttpResponse<DeadLetter> retryMessage(UUID id) {
        return settled(repository.retry(id, clock.now()), id);
    }

    /** Gives a message up for good. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.message.discard", owner = DeadLetterOwnership.class)
    @Post("/{id}/discard")
    @Refuses("message-not-stuck")
    HttpResponse<DeadLetter> discardMessage(UUID id) {
        return settled(repository.discard(id), id);
    }

    private HttpResponse<DeadLetter> settled(int changed, UUID id) {
        if (changed == 0) {
            throw DomainException.of(MessageError.MESSAGE_NOT_STUCK);
        }
        return HttpResponse.ok(
                repository.find(id).map(DeadLetter::of).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)));
    }
}
