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
import org.tongban.core.document.DocumentFiles;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.publicform.PublicForms.Followed;
import org.tongban.core.publicform.PublicForms.Registered;
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
    private final DocumentFiles files;

    FollowController(Pages pages, PublicForms forms, PublicFormSteps steps, DocumentFiles files) {
        this.pages = pages;
        this.forms = forms;
        this.steps = steps;
        this.files = files;
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
    public record Found(
            String number, StateTag state, String meaning, List<Row> rows, Screen.@Nullable Document document) {}

    /** Receipt and code as they were typed, with what is wrong with them. */
    private record Typed(String receipt, String code, List<Problem> problems) {}

    @Open
    @AnyParameters
    @Get
    HttpResponse<String> followPage(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        return pages.answer(
                request,
                address,
                page(address, new Typed(address.value("receipt"), "", List.of()), null)
                        .fresh());
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.follow", idempotent = false, phases = Write.Phases.TWO)
    @Post(consumes = MediaType.ALL)
    HttpResponse<String> follow(HttpRequest<?> request, @Body @Checked FormFields fields) {
        steps.turnsPage(request);
        var address = PageAddress.of(request);
        var typed = typed(fields, address);
        if (!typed.problems().isEmpty()) {
            return refused(request, address, typed, HttpStatus.BAD_REQUEST);
        }
        return forms.follow(typed.receipt(), typed.code(), address.language())
                .map(found -> pages.answer(
                        request,
                        address,
                        page(address, typed, found(found, typed, address)).answering()))
                .orElseGet(() -> unknown(request, address, typed));
    }

    /** The receipt to be kept, for whoever has its code (CO-15). */
    @Open
    @AnyParameters
    @Write(action = "public-portal.form.receipt", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/receipt", consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<?> downloadFollowedReceipt(HttpRequest<?> request, @Body @Checked FormFields fields) {
        steps.turnsPage(request);
        var address = PageAddress.of(request);
        var typed = typed(fields, address);
        if (!typed.problems().isEmpty()) {
            return refused(request, address, typed, HttpStatus.BAD_REQUEST);
        }
        return forms.receipt(typed.receipt(), typed.code())
                .<HttpResponse<?>>map(document -> files.serve(request, document))
                .orElseGet(() -> unknown(request, address, typed));
    }

    /** What asks for the document of a receipt; null where the form has none. */
    static Screen.@Nullable Document document(PageAddress address, Registered form, String receipt, String code) {
        return form.declared().documented() ? new Screen.Document(address.to(PATH + "/receipt"), receipt, code) : null;
    }

    private HttpResponse<String> unknown(HttpRequest<?> request, PageAddress address, Typed typed) {
        var problem = new Problem("#receipt", text(address, "follow.unknown"));
        return refused(
                request, address, new Typed(typed.receipt(), typed.code(), List.of(problem)), HttpStatus.NOT_FOUND);
    }

    private Typed typed(FormFields fields, PageAddress address) {
        var receipt = typed(fields, "receipt");
        var code = typed(fields, "code");
        var problems = new ArrayList<Problem>();
        if (receipt.isEmpty()) {
            problems.add(new Problem("#receipt", text(address, "follow.receipt.needed")));
        }
        if (code.isEmpty()) {
            problems.add(new Problem("#code", text(address, "follow.code.needed")));
        }
        return new Typed(receipt, code, problems);
    }

    private static String typed(FormFields fields, String name) {
        var value = fields.value(name);
        var text = value == null ? "" : value.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private HttpResponse<String> refused(HttpRequest<?> request, PageAddress address, Typed typed, HttpStatus status) {
        return pages.answer(
                request, address, page(address, typed, null).answering().failed(status));
    }

    private Page page(PageAddress address, Typed typed, @Nullable Found found) {
        var problems = typed.problems();
        var errors = problems.isEmpty() ? null : new ErrorSummary(text(address, "follow.problem"), problems);
        var title = text(address, "follow.title");
        var crumbs = List.of(new Crumb(text(address, "home"), address.to("/")), new Crumb(title, null));
        return Page.of(
                VIEW,
                title,
                crumbs,
                new Shown(
                        address.to(PATH),
                        // What follows on what was found asks for another.
                        found == null ? typed.receipt() : "",
                        errors,
                        at("#receipt", problems),
                        at("#code", problems),
                        found));
    }

    private static String at(String control, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.href().equals(control))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    private Found found(Followed followed, Typed typed, PageAddress address) {
        var progress = followed.progress();
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
                rows,
                document(address, followed.form(), progress.number(), typed.code()));
    }

    private String text(PageAddress address, String key) {
        return pages.text(address, VIEW, key);
    }
}
