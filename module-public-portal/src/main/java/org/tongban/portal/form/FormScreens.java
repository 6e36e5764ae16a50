package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.page.form.FormField;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.page.form.FormPart;
import org.tongban.core.page.form.FormView;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.Violation;
import org.tongban.portal.form.FormFrame.Drawn;

/** Makes the page of each step, for its one reader (PO-4, PO-5). */
@Singleton
class FormScreens {
    static final String PATH = "/forms";
    private static final String VIEW = "portal/form";

    private final Pages pages;
    private final FormPages forms;
    private final FormFrame frame;
    private final PublicFormSteps steps;

    FormScreens(Pages pages, FormPages forms, FormFrame frame, PublicFormSteps steps) {
        this.pages = pages;
        this.forms = forms;
        this.frame = frame;
        this.steps = steps;
    }

    /** What is to be known before the first field. */
    HttpResponse<String> rules(HttpRequest<?> request, Filled filled, String open) {
        var address = PageAddress.of(request);
        var declared = filled.form().declared();
        var told = declared.rules().stream()
                .map(rule -> rule.in(address.language()))
                .toList();
        var subject = filled.subject().map(UUID::toString).orElse("");
        var begin = address.to(path(filled.form()), Map.of("step", "fields", "subject", subject));
        return frame.answer(
                request, new Drawn(filled, Step.RULES, FormPart.WHOLE, new Screen.Rules(told, open, begin)));
    }

    /** Which record it is about, to be chosen. */
    HttpResponse<String> choose(HttpRequest<?> request, Filled filled, Screen.Choose choose) {
        return frame.answer(request, new Drawn(filled, Step.RULES, FormPart.WHOLE, choose));
    }

    /** The fields to be typed, with what is wrong with them. */
    HttpResponse<String> fields(HttpRequest<?> request, Filled filled, List<Violation> violations, HttpStatus status) {
        return frame.answer(request, fields(PageAddress.of(request), filled, violations, status));
    }

    private Drawn fields(PageAddress address, Filled filled, List<Violation> violations, HttpStatus status) {
        var part = filled.typed();
        var view =
                forms.edited(filled.form().form(), part, filled.document(), violations, address.language(), unnamed());
        return new Drawn(filled, Step.FIELDS, part, new Screen.Fields(withoutSummary(view)))
                .wrong(status, problems(view));
    }

    /** A captcha before the code. */
    HttpResponse<String> captcha(HttpRequest<?> request, Filled filled, String error, HttpStatus status) {
        return frame.answer(request, captcha(filled, error, status));
    }

    private Drawn captcha(Filled filled, String error, HttpStatus status) {
        var content = new Screen.Captcha(filled.phone(), filled.mailbox(), challenge(error));
        return new Drawn(filled.unproven(), Step.PHONE, FormPart.NOTHING, content)
                .wrong(status, problem("captcha-answer", error))
                .carrying(new Hidden("captcha-id", content.challenge().id()));
    }

    /** The code that was sent, to be typed. */
    HttpResponse<String> code(HttpRequest<?> request, Filled filled, Screen.Code code, HttpStatus status) {
        return frame.answer(request, code(filled, code, status));
    }

    private static Drawn code(Filled filled, Screen.Code code, HttpStatus status) {
        return new Drawn(filled, Step.PHONE, FormPart.NOTHING, code)
                .wrong(status, problem("code", code.error()))
                .carrying(
                        new Hidden("code-id", code.id()),
                        new Hidden("sent-to", code.to()),
                        new Hidden("minutes", code.minutes()),
                        new Hidden(Filled.BY, code.mailed() ? Filled.MAIL : ""));
    }

    /** The files to be uploaded, with what is wrong with them. */
    HttpResponse<String> files(HttpRequest<?> request, Filled filled, List<Violation> violations, HttpStatus status) {
        return frame.answer(request, files(PageAddress.of(request), filled, violations, status));
    }

    private Drawn files(PageAddress address, Filled filled, List<Violation> violations, HttpStatus status) {
        var names = names(filled);
        var known = filled.keeping(names.keySet());
        var view = forms.edited(
                filled.form().form(), FormPart.FILES, known.document(), violations, address.language(), named(names));
        var content = new Screen.Files(withoutSummary(view), !names.isEmpty());
        return new Drawn(known, Step.FILES, FormPart.FILES, content).wrong(status, problems(view));
    }

    /** All that was filled in, to be read before it is handed in. */
    HttpResponse<String> check(HttpRequest<?> request, Filled filled, String error, HttpStatus status) {
        return frame.answer(request, check(PageAddress.of(request), filled, error, status));
    }

    private Drawn check(PageAddress address, Filled filled, String error, HttpStatus status) {
        var names = names(filled);
        var known = filled.keeping(names.keySet());
        var view = forms.read(filled.form().form(), filled.whole(), known.document(), address.language(), named(names));
        var challenge = filled.form().declared().proof() == null ? challenge(error) : null;
        var at = challenge == null ? "form" : "captcha-answer";
        var drawn = new Drawn(
                        known,
                        Step.CHECK,
                        FormPart.NOTHING,
                        new Screen.Check(view, !filled.form().slots().isEmpty(), challenge))
                .wrong(status, problem(at, error));
        return challenge == null ? drawn : drawn.carrying(new Hidden("captcha-id", challenge.id()));
    }

    /** The page that was sent, as it was. */
    HttpResponse<String> same(HttpRequest<?> request, Filled filled) {
        return frame.answer(request, again(PageAddress.of(request), filled));
    }

    /** The page that was sent, once more, because nothing was done: what let the browser send it had ended. */
    HttpResponse<String> ended(HttpRequest<?> request, Filled filled) {
        var address = PageAddress.of(request);
        var what = new Problem("#form", text(address, "form.ended.what"));
        return frame.answer(
                request, again(address, filled).because(HttpStatus.FORBIDDEN, text(address, "form.ended"), what));
    }

    private Drawn again(PageAddress address, Filled filled) {
        return switch (Step.at(filled)) {
            case RULES, FIELDS -> fields(address, filled, List.of(), HttpStatus.OK);
            case PHONE ->
                filled.value("code-id").isEmpty()
                        ? captcha(filled, "", HttpStatus.OK)
                        : code(filled, sent(filled, ""), HttpStatus.OK);
            case FILES -> files(address, filled, List.of(), HttpStatus.OK);
            case CHECK -> check(address, filled, "", HttpStatus.OK);
        };
    }

    /** The code that was sent, as the page that asks for it carries it along. */
    static Screen.Code sent(Filled filled, String error) {
        return new Screen.Code(
                filled.value("code-id"), filled.value("sent-to"), filled.value("minutes"), filled.isMailed(), error);
    }

    /** Nothing that could be changed would have it handed in: why, and where to go. */
    HttpResponse<String> stopped(HttpRequest<?> request, Filled filled, String why, HttpStatus status) {
        var address = PageAddress.of(request);
        var content = new Screen.Stopped(why, address.to(FollowController.PATH), address.to("/"));
        return frame.answer(
                request, new Drawn(filled, Step.at(filled), FormPart.NOTHING, content).wrong(status, List.of()));
    }

    /** What is taken along. */
    HttpResponse<String> receipt(HttpRequest<?> request, Filled filled, PublicForm.Receipt receipt) {
        var address = PageAddress.of(request);
        var code = receipt.code();
        var content = new Screen.Receipt(
                receipt.number(),
                code,
                address.to(FollowController.PATH, Map.of("receipt", receipt.number())),
                address.to("/"),
                // Whoever sent what was received before has not shown to be the same one.
                code == null ? null : FollowController.document(address, filled.form(), receipt.number(), code),
                receipt.before() == PublicForm.Before.ANOTHERS);
        return frame.answer(request, new Drawn(filled, Step.CHECK, FormPart.NOTHING, content));
    }

    String text(PageAddress address, String key, Object... values) {
        return pages.text(address, VIEW, key, values);
    }

    static String path(Registered form) {
        return PATH + "/" + form.path();
    }

    private Screen.Challenge challenge(String error) {
        var made = steps.challenge();
        return new Screen.Challenge(made.id(), made.picture(), made.audio(), error);
    }

    private Map<String, String> names(Filled filled) {
        var proof = filled.form().declared().proof();
        return proof == null || filled.proof().isEmpty()
                ? Map.of()
                : steps.names(proof, filled.proof(), filled.files());
    }

    /** Whether all files that are named came by the proof that is, which does not last. */
    boolean holdsItsFiles(Filled filled) {
        return names(filled).size() == filled.files().size();
    }

    private static Function<String, FormField.Link> named(Map<String, String> names) {
        return id -> new FormField.Link("", names.getOrDefault(id, id));
    }

    private static Function<String, FormField.Link> unnamed() {
        return named(Map.of());
    }

    private static List<Problem> problems(FormView view) {
        return Optional.ofNullable(view.errors()).map(ErrorSummary::problems).orElse(List.of());
    }

    private static List<Problem> problem(String control, String error) {
        return error.isEmpty() ? List.of() : List.of(new Problem("#" + control, error));
    }

    /** The summary stands above the page, not in the form. */
    private static FormView withoutSummary(FormView view) {
        return new FormView(view.form(), view.title(), view.fields(), null);
    }
}
