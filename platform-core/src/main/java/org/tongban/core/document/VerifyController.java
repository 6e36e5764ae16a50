package org.tongban.core.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.DocumentViews.Verified;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Open;

/** The page to which the QR code of a document leads: whether it is valid, in one sentence (CO-60). */
@Hidden
@Controller(produces = MediaType.TEXT_HTML)
class VerifyController {
    private static final String VIEW = "verify/verify";
    private static final String CODE = "code";
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Pages pages;
    private final Verification verification;
    private final BusinessClock clock;

    VerifyController(Pages pages, Verification verification, BusinessClock clock) {
        this.pages = pages;
        this.verification = verification;
        this.clock = clock;
    }

    /** What the page shows; without {@code verdict} it asks for a code. */
    public record Shown(@Nullable Verdict verdict, List<Row> rows, String typed, String lang) {}

    /** The one sentence, and what follows from it. */
    public record Verdict(String state, String sentence, String meaning, String checked) {}

    @Open
    @Get("/verify")
    HttpResponse<String> ask(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var typed = address.value(CODE);
        return typed.isEmpty() ? answer(request, address, null, List.of(), "") : verified(request, address, typed);
    }

    @Open
    @Get("/verify/{code}")
    HttpResponse<String> verify(HttpRequest<?> request, String code) {
        return verified(request, PageAddress.of(request), code);
    }

    private HttpResponse<String> verified(HttpRequest<?> request, PageAddress address, String typed) {
        return verification
                .find(typed)
                .map(row -> verification.verified(row, address.language()))
                .map(found -> answer(request, address, verdict(address, found), rows(address, found), found.code()))
                .orElseGet(() -> answer(request, address, unknown(address), List.of(), typed));
    }

    private HttpResponse<String> answer(
            HttpRequest<?> request, PageAddress address, @Nullable Verdict verdict, List<Row> rows, String typed) {
        var title = verdict == null ? text(address, "title") : text(address, "title.of", verdict.sentence());
        var crumbs =
                List.of(new Crumb(text(address, "home"), address.to("/")), new Crumb(text(address, "title"), null));
        var page = Page.of(VIEW, title, crumbs, new Shown(verdict, rows, typed, address.lang()));
        if (verdict == null) {
            return pages.answer(request, address, page);
        }
        var found = !verdict.state().equals("not-found");
        return pages.answer(request, address, found ? page.fresh() : page.failed(HttpStatus.NOT_FOUND));
    }

    private Verdict verdict(PageAddress address, Verified found) {
        return verdict(
                address,
                found.state(),
                found.checkedAt(),
                day(address, found.validUntil()),
                day(address, found.validFrom()),
                day(address, found.revokedOn()));
    }

    private Verdict unknown(PageAddress address) {
        return verdict(address, "not-found", clock.now());
    }

    private Verdict verdict(PageAddress address, String state, Instant at, Object... days) {
        return new Verdict(
                state,
                text(address, state),
                text(address, state + ".meaning", days),
                text(address, "checked", time(address, at)));
    }

    private static String day(PageAddress address, @Nullable LocalDate day) {
        return day == null ? "" : DocumentSheets.date(day).in(address.language());
    }

    private List<Row> rows(PageAddress address, Verified found) {
        var rows = new ArrayList<Row>();
        add(rows, text(address, "document"), found.title());
        add(rows, text(address, "number"), found.number());
        add(rows, text(address, "holder"), found.holder());
        found.facts().forEach(fact -> add(rows, fact.title(), fact.value()));
        add(rows, text(address, "issuer"), found.issuer());
        add(
                rows,
                text(address, "validity"),
                DocumentSheets.validity(found.validFrom(), found.validUntil()).in(address.language()));
        if (found.revokedOn() != null) {
            add(rows, text(address, "revoked-on"), day(address, found.revokedOn()));
        }
        if (found.underReexamination() != null) {
            add(rows, text(address, "reexamination"), text(address, "reexamination.open"));
        }
        successor(address, found.supersededBy()).ifPresent(rows::add);
        add(rows, text(address, "code"), found.code());
        return rows;
    }

    /** The document in its place, and the way to it where everybody finds it by its number. */
    private Optional<Row> successor(PageAddress address, @Nullable String number) {
        return Optional.ofNullable(number)
                .map(next -> new Row(
                        text(address, "superseded-by"),
                        Highlight.NONE.parts(next),
                        verification.find(next).isPresent() ? address.to("/verify/" + next) : null));
    }

    private static void add(List<Row> rows, String title, @Nullable String value) {
        if (value != null) {
            rows.add(new Row(title, Highlight.NONE.parts(value)));
        }
    }

    private static String time(PageAddress address, Instant at) {
        var time = at.atZone(BusinessClock.ZONE);
        return switch (address.language()) {
            case ZH -> ZH.format(time);
            case EN -> EN.format(time);
        };
    }

    private String text(PageAddress address, String key, Object... values) {
        return pages.text(address, VIEW, key, values);
    }
}
