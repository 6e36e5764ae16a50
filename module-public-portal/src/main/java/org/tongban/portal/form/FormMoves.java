package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodeError;
import org.tongban.core.module.Title;
import org.tongban.core.page.PageAddress;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** From step to step: what was typed is never lost, and what is refused is told on the page where it is put right. */
@Singleton
class FormMoves {
    private static final Title NOT_SENT =
            new Title("所选文件尚未上传，请重新选择后点“上传”", "The chosen file was not uploaded: choose it again and press “Upload”");

    private final PublicForms forms;
    private final PublicFormSteps steps;
    private final FormScreens screens;
    private final FormUploads uploads;

    FormMoves(PublicForms forms, PublicFormSteps steps, FormScreens screens, FormUploads uploads) {
        this.forms = forms;
        this.steps = steps;
        this.screens = screens;
        this.uploads = uploads;
    }

    /** Turns to another page, or draws the same one with a line more or less. */
    HttpResponse<String> turn(HttpRequest<?> request, Filled filled) {
        if (!filled.value("remove").isEmpty()) {
            var less = filled.without(filled.value("remove"));
            return filled.value("at").equals(Step.FILES.name())
                    ? screens.files(request, less, List.of(), HttpStatus.OK)
                    : screens.fields(request, less, List.of(), HttpStatus.OK);
        }
        return switch (filled.value("go")) {
            case "files" -> toFiles(request, filled);
            case "captcha" -> screens.captcha(request, filled, "", HttpStatus.OK);
            case "next" -> next(request, filled);
            default -> screens.fields(request, filled, List.of(), HttpStatus.OK);
        };
    }

    private HttpResponse<String> next(HttpRequest<?> request, Filled filled) {
        var violations = forms.violations(filled.form(), filled.document());
        var typed = filled.typed(violations);
        if (!typed.isEmpty()) {
            return screens.fields(request, filled, typed, HttpStatus.BAD_REQUEST);
        }
        if (!filled.isProven()) {
            return screens.captcha(request, filled, "", HttpStatus.OK);
        }
        return filled.value("at").equals(Step.FILES.name())
                ? afterFiles(request, filled, filled.uploaded(violations))
                : toFiles(request, filled);
    }

    private HttpResponse<String> afterFiles(HttpRequest<?> request, Filled filled, List<Violation> violations) {
        if (filled.namesUnsentFile()) {
            var first = filled.form().slots().keySet().iterator().next();
            var unsent = List.of(new Violation("/" + first, "not-sent", NOT_SENT));
            return screens.files(request, filled, unsent, HttpStatus.BAD_REQUEST);
        }
        if (!screens.holdsItsFiles(filled)) {
            var over = screens.text(PageAddress.of(request), "form.proof-over");
            return screens.captcha(request, filled, over, HttpStatus.BAD_REQUEST);
        }
        return violations.isEmpty()
                ? screens.check(request, filled, "", HttpStatus.OK)
                : screens.files(request, filled, violations, HttpStatus.BAD_REQUEST);
    }

    private HttpResponse<String> toFiles(HttpRequest<?> request, Filled filled) {
        return filled.form().slots().isEmpty()
                ? screens.check(request, filled, "", HttpStatus.OK)
                : screens.files(request, filled, List.of(), HttpStatus.OK);
    }

    /** Has a code sent by the captcha that was solved. */
    HttpResponse<String> send(HttpRequest<?> request, Filled filled) {
        var proof = filled.form().declared().proof();
        if (proof == null) {
            return screens.check(request, filled, "", HttpStatus.BAD_REQUEST);
        }
        try {
            var sent = steps.send(proof, filled.phone(), solved(filled));
            var code = new Screen.Code(sent.id(), sent.to(), Long.toString(sent.minutes()), "");
            return screens.code(request, filled, code, HttpStatus.OK);
        } catch (DomainException refusal) {
            return screens.captcha(request, filled, told(request, refusal), status(refusal));
        }
    }

    /** One that cannot be right stands for what was left out. */
    private static SolvedCaptcha solved(Filled filled) {
        var id = Filled.id(filled.value("captcha-id")).orElseGet(() -> new UUID(0, 0));
        return new SolvedCaptcha(id, filled.value("captcha-answer"));
    }

    /** Hears the code, and goes on. */
    HttpResponse<String> prove(HttpRequest<?> request, Filled filled) {
        var id = Filled.id(filled.value("code-id"));
        if (id.isEmpty()) {
            return screens.captcha(request, filled, "", HttpStatus.OK);
        }
        try {
            return toFiles(request, filled.proven(steps.prove(id.get(), filled.value("code"))));
        } catch (DomainException refusal) {
            if (refusal.code() != CodeError.CODE_WRONG) {
                return screens.captcha(request, filled, told(request, refusal), status(refusal));
            }
            var again = new Screen.Code(
                    id.get().toString(), filled.value("sent-to"), filled.value("minutes"), told(request, refusal));
            return screens.code(request, filled, again, status(refusal));
        }
    }

    /** Takes the files that a page brings, and shows it with them. */
    HttpResponse<String> upload(HttpRequest<?> request, Registered form, @Nullable InputStream content) {
        var sent = uploads.taken(request, form, content == null ? InputStream.nullInputStream() : content);
        var refused = sent.refused();
        if (refused == null) {
            return screens.files(request, sent.filled(), List.of(), HttpStatus.OK);
        }
        var why = refused.why();
        if (why.code() == CodeError.PROOF_REFUSED) {
            return screens.captcha(request, sent.filled(), told(request, why), status(why));
        }
        var said = new Title(
                refused.file() + "：" + why.said().zh(),
                refused.file() + ": " + why.said().en());
        var violation = new Violation(refused.control(), why.code().code(), said);
        return screens.files(request, sent.filled(), List.of(violation), status(why));
    }

    /** Hands the form in. */
    HttpResponse<String> submit(HttpRequest<?> request, Filled filled) {
        try {
            if (filled.form().declared().proof() == null) {
                steps.solve(solved(filled));
            }
            return screens.receipt(request, filled, forms.submit(filled.form(), filled.document()));
        } catch (DomainException refusal) {
            return refused(request, filled, refusal);
        }
    }

    private HttpResponse<String> refused(HttpRequest<?> request, Filled filled, DomainException refusal) {
        if (status(refusal).getCode() >= 500) {
            throw refusal;
        }
        var violations = refusal.violations();
        if (refusal.code() == CodeError.PROOF_REFUSED || filled.isUnproven(violations)) {
            return screens.captcha(request, filled, told(request, refusal), status(refusal));
        }
        var files = filled.uploaded(violations);
        if (!files.isEmpty()) {
            return screens.files(request, filled, files, status(refusal));
        }
        var typed = filled.typed(violations).stream()
                .filter(violation -> !violation.pointer().startsWith("/captcha"))
                .toList();
        return typed.isEmpty()
                ? screens.check(request, filled, told(request, refusal), status(refusal))
                : screens.fields(request, filled, typed, status(refusal));
    }

    /** Why it was refused, and for how long where that is known. */
    private String told(HttpRequest<?> request, DomainException refusal) {
        var address = PageAddress.of(request);
        var violations = refusal.violations();
        var title = !violations.isEmpty() ? violations.getFirst().message() : refusal.said();
        var wait = refusal.endsAfter();
        var said = title.in(address.language());
        return wait == null ? said : said + screens.text(address, "form.wait", Math.max(1, wait.toMinutes()));
    }

    private static HttpStatus status(DomainException refusal) {
        return HttpStatus.valueOf(refusal.code().kind().status());
    }
}
