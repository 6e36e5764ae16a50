package org.tongban.core.web.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;

/** Shows operators the requests whose intent was stored and whose outcome never came (CO-83c). */
@Controller("/api/platform/v1/requests")
class UnfinishedRequestController {
    private final IdempotencyKeyRepository repository;
    private final DatabaseClock clock;

    UnfinishedRequestController(IdempotencyKeyRepository repository, DatabaseClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Lists the requests that died half done, newest first. */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get("/unfinished")
    PageOf<UnfinishedRequest> listUnfinishedRequests(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var edge = Keyset.before(cursor);
        // Requests belong to no region: officers of one do not see them (CO-28).
        var rows = caller.reaches(null)
                ? repository.unfinished(clock.now().minus(UnfinishedRequests.LATE), edge, limit + 1)
                : List.<UnfinishedRequest>of();
        return Keyset.page(rows, limit, UnfinishedRequest::claim, row -> row);
    }
}
