package org.tongban.core.notice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.notice.NoticeViews.NewNotice;
import org.tongban.core.notice.NoticeViews.Whole;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** Notices as staff write and publish them (CO-34b). */
@Controller(NoticeController.PATH)
class NoticeController {
    static final String PATH = "/api/platform/v1/notices";

    private final NoticeRepository repository;
    private final WriteNotice writeNotice;

    NoticeController(NoticeRepository repository, WriteNotice writeNotice) {
        this.repository = repository;
        this.writeNotice = writeNotice;
    }

    /** The notices of all modules in every state, newest first. */
    @Permitted(CoreModule.NOTICES)
    @Read
    @Get
    PageOf<Whole> listNotices(
            @Parameter(hidden = true) Language language,
            @Nullable @QueryValue @Schema(maxLength = 60) String module,
            @Nullable @QueryValue NoticeState state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var rows = repository.below(module, state == null ? null : state.code(), Keyset.before(cursor), limit + 1);
        return Keyset.page(rows, limit, NoticeRow::id, row -> Whole.of(row, language));
    }

    /** A notice in whatever state. */
    @Permitted(CoreModule.NOTICES)
    @Read(owner = NoticeAccess.class)
    @Get("/{id}")
    Whole showNotice(@Parameter(hidden = true) Language language, UUID id) {
        return repository
                .find(id)
                .map(row -> Whole.of(row, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Writes a notice, for somebody else to publish. */
    @Permitted(CoreModule.NOTICES)
    @Write(action = "platform.notice.write")
    @Status(HttpStatus.CREATED)
    @Post
    @Refuses({"notice-refused", "file-taken", "file-not-clean"})
    HttpResponse<Whole> writeNotice(
            @Parameter(hidden = true) Language language, Caller caller, @Body @Checked NewNotice body) {
        var notice = Whole.of(writeNotice.write(caller, body), language);
        return HttpResponse.created(notice, URI.create(PATH + "/" + notice.id()));
    }

    /** Writes a draft of a notice anew. */
    @Permitted(CoreModule.NOTICES)
    @Write(action = "platform.notice.change", owner = NoticeAccess.class, ifMatch = true)
    @Put("/{id}")
    @Refuses({"notice-refused", "file-taken", "file-not-clean", "illegal-move"})
    HttpResponse<Whole> changeNotice(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked NewNotice body) {
        return HttpResponse.ok(Whole.of(writeNotice.change(caller, id, body), language));
    }

    /** Publishes a notice that somebody else has written. */
    @Permitted(CoreModule.NOTICES)
    @Write(action = "platform.notice.publish", owner = NoticeAccess.class)
    @Post("/{id}/publish")
    @Refuses({"own-notice", "notice-over", "illegal-move"})
    HttpResponse<Whole> publishNotice(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        return HttpResponse.ok(Whole.of(writeNotice.publish(caller, id), language));
    }

    /** Takes a notice back, or gives a draft up. */
    @Permitted(CoreModule.NOTICES)
    @Write(action = "platform.notice.withdraw", owner = NoticeAccess.class)
    @Post("/{id}/withdraw")
    @Refuses("illegal-move")
    HttpResponse<Whole> withdrawNotice(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        return HttpResponse.ok(Whole.of(writeNotice.withdraw(caller, id), language));
    }
}
