package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Open;
import org.tongban.core.web.Write;

/**
 * How a public form stands that was handed in, for whoever has receipt and code (PF-60). The code is posted, so that no
 * address and no log holds it; nothing is changed, and no cookie is needed.
 */
@Hidden
@Controller(value = FollowController.PATH, produces = MediaType.TEXT_HTML)
class FollowController {
    static final String PATH = "/follow";

    private static final String VIEW = "portal/follow";
    private static final int LONGEST = 60;

    private final Pages pages;
    private final PublicForms forms;
    private final PublicFormSteps steps;

    FollowController(Pages pages, PublicForms forms, PublicFormSteps steps) {
        this.pages = pages;
        this.forms = forms;
        this.steps = steps;
    }

    /** The page: what is asked for, what is wrong with it in all and in each field, and what was found. */
    public record Shown(
            String action,
            String receipt,
            @Nullable ErrorSummary errors,
            String wrongReceipt,
            String wrongCode,
            @Nullable Found found) {}

    /** How it stands. */
    public record Found(String number, StateTag state, String meaning, List<Row> rows) {}

    @Open
    @AnyParameters
    @Get
    HttpResponse<String> followPage(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        return pages.answer(
                request,
                address,
                page(address, address.value("receipt"), List.of(), null).fresh());
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.follow", idempotent = false, phases = Write.Phases.TWO)
    @Post(consumes = MediaType.ALL)
    HttpResponse<String> follow(HttpRequest<?> request, @Body @Checked FormFields fields) {
        steps.turnsPage(request);
        var address = PageAddress.of(request);
        var receipt = typed(fields, "receipt");
        var code = typed(fields, "code");
        var problems = new ArrayList<Problem>();
        if (receipt.isEmpty()) {
            problems.add(new Problem("#receipt", text(address, "follow.receipt.needed")));
        }
        if (code.isEmpty()) {
            problems.add(new Problem("#code", text(address, "follow.code.needed")));
        }
        if (!problems.isEmpty()) {
            return refused(request, address, receipt, problems, HttpStatus.BAD_REQUEST);
        }
        return forms.follow(receipt, code, address.language())
                .map(found -> pages.answer(
                        request,
                        address,
                        page(address, receipt, List.of(), found(found, address)).answering()))
                .orElseGet(() -> refused(
                        request,
                        address,
                        receipt,
                        List.of(new Problem("#receipt", text(address, "follow.unknown"))),
                        HttpStatus.NOT_FOUND));
    }

    private static String typed(FormFields fields, String name) {
        var value = fields.value(name);
        var text = value == null ? "" : value.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private HttpResponse<String> refused(
            HttpRequest<?> request, PageAddress address, String receipt, List<Problem> problems, HttpStatus status) {
        return pages.answer(
                request,
                address,
                page(address, receipt, problems, null).answering().failed(status));
    }

    private Page page(PageAddress address, String receipt, List<Problem> problems, @Nullable Found found) {
        var errors = problems.isEmpty() ? null : new ErrorSummary(text(address, "follow.problem"), problems);
        var title = text(address, "follow.title");
        var crumbs = List.of(new Crumb(text(address, "home"), address.to("/")), new Crumb(title, null));
        return Page.of(
                VIEW,
                title,
                crumbs,
                new Shown(address.to(PATH), receipt, errors, at("#receipt", problems), at("#code", problems), found));
    }

    private static String at(String control, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.href().equals(control))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    private Found found(PublicForm.Progress progress, PageAddress address) {
        var language = address.language();
        var rows = new ArrayList<Row>();
        if (!progress.about().isEmpty()) {
            rows.add(new Row(text(address, "follow.about"), Highlight.NONE.parts(progress.about())));
        }
        progress.facts()
                .forEach(fact -> rows.add(new Row(
                        fact.title().in(language),
                        Highlight.NONE.parts(fact.value().in(language)))));
        return new Found(
                progress.number(),
                new StateTag(progress.state(), progress.stateTitle().in(language)),
                progress.meaning().in(language),
                rows);
    }

    private String text(PageAddress address, String key) {
        return pages.text(address, VIEW, key);
    }
}
