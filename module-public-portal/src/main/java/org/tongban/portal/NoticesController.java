package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.notice.NoticeBoard;
import org.tongban.core.notice.ShownNotice;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.Open;
import org.tongban.portal.Models.NoticeLink;
import org.tongban.portal.Models.NoticeList;
import org.tongban.portal.Models.NoticePage;

/** The pages of notices (CO-34b, PO-1). */
@Hidden
@Controller(value = "/notices", produces = MediaType.TEXT_HTML)
class NoticesController {
    private static final String LIST = "portal/notices";
    private static final String ONE = "portal/notice";
    private static final String AFTER = "after";
    private static final int A_PAGE = 20;

    private final Pages pages;
    private final ErrorPages errors;
    private final NoticeBoard board;

    NoticesController(Pages pages, ErrorPages errors, NoticeBoard board) {
        this.pages = pages;
        this.errors = errors;
        this.board = board;
    }

    @Open
    @Get
    HttpResponse<String> notices(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var after = uuid(address.value(AFTER));
        if (after.isEmpty() && !address.value(AFTER).isEmpty()) {
            return errors.notFound(request);
        }
        var found = board.shown(address.language(), after.orElse(null), A_PAGE + 1);
        var shown = found.stream().limit(A_PAGE).toList();
        var next =
                found.size() > A_PAGE ? address.with(AFTER, shown.getLast().id().toString()) : null;
        var model = new NoticeList(links(shown, address), next == null ? null : new Pager(null, next));
        var title = pages.text(address, LIST, "notices.title");
        var crumbs = List.of(home(address), new Crumb(title, null));
        return pages.answer(request, address, Page.of(LIST, title, crumbs, model));
    }

    @Open
    @Get("/{id}")
    HttpResponse<String> notice(HttpRequest<?> request, String id) {
        var address = PageAddress.of(request);
        return uuid(id).flatMap(key -> board.find(key, address.language()))
                .map(found -> page(request, address, found))
                .orElseGet(() -> errors.notFound(request));
    }

    private HttpResponse<String> page(HttpRequest<?> request, PageAddress address, ShownNotice found) {
        var model = new NoticePage(
                found.title(),
                found.moduleTitle(),
                found.shownFrom().toString(),
                PublicRecord.date(found.shownFrom()).in(address.language()),
                NoticeText.blocks(found.text()),
                found.files());
        var crumbs = List.of(
                home(address),
                new Crumb(pages.text(address, ONE, "notices.title"), address.to("/notices")),
                new Crumb(found.title(), null));
        return pages.answer(
                request,
                address,
                Page.of(ONE, found.title(), crumbs, model).about(found.title(), Structured.notice(found)));
    }

    static List<NoticeLink> links(List<ShownNotice> notices, PageAddress address) {
        return notices.stream()
                .map(notice -> new NoticeLink(
                        address.to("/notices/" + notice.id()),
                        notice.title(),
                        notice.moduleTitle(),
                        notice.shownFrom().toString(),
                        PublicRecord.date(notice.shownFrom()).in(address.language()),
                        notice.pinned()))
                .toList();
    }

    private Crumb home(PageAddress address) {
        return new Crumb(pages.text(address, LIST, "home"), address.to("/"));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
