package org.tongban.core.notice;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.notice.NoticeViews.Shown;
import org.tongban.core.notice.NoticeViews.ShownPage;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;

/** Notices as everybody reads them (CO-34b). */
@Tag(name = "public")
@Controller("/api/platform/v1/public/notices")
class PublicNoticeController {
    private static final String CACHED = "public, max-age=60";

    private final NoticeRepository repository;
    private final Notices notices;
    private final BusinessClock clock;

    PublicNoticeController(NoticeRepository repository, Notices notices, BusinessClock clock) {
        this.repository = repository;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The notices of today: the pinned first, then the newest.
     *
     * @param module those of one module
     * @param question what people ask often instead of notices
     */
    @Open
    @Read
    @Get
    HttpResponse<ShownPage> listPublicNotices(
            @Parameter(hidden = true) Language language,
            @Nullable @QueryValue @Schema(maxLength = 60, example = "product-filing") String module,
            @QueryValue(defaultValue = "false") boolean question,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var edge = cursor == null ? null : Keyset.before(cursor);
        var rows = repository.shown(clock.today(), question, module, edge, limit + 1);
        return HttpResponse.ok(ShownPage.of(
                        Keyset.page(rows, limit, NoticeRow::id, row -> Shown.of(notices.shown(row, language)))))
                .header(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    /** A notice that is shown today. */
    @Open
    @Read
    @Get("/{id}")
    @Refuses("not-found")
    HttpResponse<Shown> showPublicNotice(@Parameter(hidden = true) Language language, UUID id) {
        return notices.find(id, language)
                .map(Shown::of)
                .map(shown -> HttpResponse.ok(shown).header(HttpHeaders.CACHE_CONTROL, CACHED))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
