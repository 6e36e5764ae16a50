package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.CaptchaError;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodeError;
import org.tongban.core.module.Title;
import org.tongban.core.page.FormTokens;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.PostedForms.Refused;
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

    private static final Title CLOSED = new Title(
            "目前不能就该对象提交，您填写的内容没有提交", "Nothing can be handed in about this one now; what you typed was not handed in");

    private final PublicForms forms;
    private final PublicFormSteps steps;
    private final FormScreens screens;
    private final FormUploads uploads;
    private final FormTokens tokens;

    FormMoves(PublicForms forms, PublicFormSteps steps, FormScreens screens, FormUploads uploads, FormTokens tokens) {
        this.forms = forms;
        this.steps = steps;
        this.screens = screens;
        this.uploads = uploads;
        this.tokens = tokens;
    }

    /** Turns to another page, or draws the same one with a line more or less. */
    HttpResponse<String> turn(HttpRequest<?> request, Filled filled) {
        if (!filled.value("remove").isEmpty()) {
            return screens.same(request, without(filled, filled.value("remove")));
        }
        return switch (filled.value("go")) {
            case "files" -> toFiles(request, filled);
            case "captcha" -> screens.captcha(request, filled, "", HttpStatus.OK);
            case "next" -> next(request, filled);
            case "same" -> screens.same(request, filled);
            default -> screens.fields(request, filled, List.of(), HttpStatus.OK);
        };
    }

    /** A file that was taken out counts no more. */
    private Filled without(Filled filled, String place) {
        var less = filled.without(place);
        var proof = filled.form().declared().proof();
        if (proof != null) {
            var gone = new HashSet<>(filled.files());
            gone.removeAll(less.files());
            steps.removeFiles(proof, filled.proof(), gone);
        }
        return less;
    }

    private HttpResponse<String> next(HttpRequest<?> request, Filled filled) {
        var violations = forms.violations(filled.form(), filled.document());
        var typed = filled.typed(violations);
        if (!typed.isEmpty()) {
            return screens.fields(request, filled, typed, HttpStatus.BAD_REQUEST);
        }
        var hindrance = hindrance(filled);
        if (hindrance.isPresent()) {
            return stopped(request, filled, hindrance.get());
        }
        if (!filled.isProven()) {
            return screens.captcha(request, filled, "", HttpStatus.OK);
        }
        return filled.value("at").equals(Step.FILES.name())
                ? afterFiles(request, filled, filled.uploaded(violations))
                : toFiles(request, filled);
    }

    /**
     * What is known against it before it is handed in: of what it is about at once, of who hands it in once the phone is
     * proven, and to nobody else.
     */
    private Optional<Title> hindrance(Filled filled) {
        var about = filled.form().declared().about();
        if (about != null
                && filled.subject().flatMap(id -> forms.open(filled.form(), id)).isEmpty()) {
            return Optional.of(filled.subject()
                    .flatMap(id -> forms.closed(filled.form(), id))
                    .orElse(CLOSED));
        }
        return filled.isProven() ? forms.hindrance(filled.form(), filled.document()) : Optional.empty();
    }

    private HttpResponse<String> stopped(HttpRequest<?> request, Filled filled, Title why) {
        return screens.stopped(request, filled, why.in(PageAddress.of(request).language()), HttpStatus.CONFLICT);
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

    /** Has a code sent by the captcha that was solved, or mailed to who can use none (CO-25). */
    HttpResponse<String> send(HttpRequest<?> request, Filled filled) {
        var proof = filled.form().declared().proof();
        if (proof == null) {
            return screens.check(request, filled, "", HttpStatus.BAD_REQUEST);
        }
        try {
            var sent = filled.isMailed()
                    ? steps.mail(proof, filled.mailbox())
                    : steps.send(proof, filled.phone(), solved(filled));
            var code = new Screen.Code(sent.id(), sent.to(), Long.toString(sent.minutes()), filled.isMailed(), "");
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
            var proven = filled.proven(steps.prove(id.get(), filled.value("code")));
            var hindrance = hindrance(proven);
            return hindrance.isPresent() ? stopped(request, proven, hindrance.get()) : toFiles(request, proven);
        } catch (DomainException refusal) {
            if (refusal.code() != CodeError.CODE_WRONG) {
                return screens.captcha(request, filled, told(request, refusal), status(refusal));
            }
            return screens.code(request, filled, FormScreens.sent(filled, told(request, refusal)), status(refusal));
        }
    }

    /** Takes the files that a page brings, and shows it with them. */
    HttpResponse<String> upload(HttpRequest<?> request, Registered form, @Nullable InputStream content) {
        var sent = uploads.taken(request, form, content == null ? InputStream.nullInputStream() : content);
        if (sent.notOurs() != null) {
            return notOurs(request, sent.filled(), sent.notOurs());
        }
        if (sent.refused().isEmpty()) {
            return screens.files(request, sent.filled(), List.of(), HttpStatus.OK);
        }
        var why = sent.refused().getFirst().why();
        if (why.code() == CodeError.PROOF_REFUSED) {
            return screens.captcha(request, sent.filled(), told(request, why), status(why));
        }
        var violations = sent.refused().stream().map(FormMoves::violation).toList();
        return screens.files(request, sent.filled(), violations, status(why));
    }

    /** A file that was not taken, by its name. */
    private static Violation violation(Refused refused) {
        var why = refused.why().said();
        var name = refused.file();
        var said = name.isEmpty() ? why : new Title(name + "：" + why.zh(), name + ": " + why.en());
        return new Violation(refused.control(), refused.why().code().code(), said);
    }

    /** Shows a page of ours again whose cookie is gone; of what another site has a browser send nothing is shown. */
    HttpResponse<String> notOurs(HttpRequest<?> request, Filled filled, DomainException refusal) {
        if (!tokens.isOutdated(request)) {
            throw refusal;
        }
        steps.turnsPage(request);
        return screens.ended(request, filled);
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
        if (!typed.isEmpty()) {
            return screens.fields(request, filled, typed, status(refusal));
        }
        return filled.form().declared().proof() == null && refusal.code() instanceof CaptchaError
                ? screens.check(request, filled, told(request, refusal), status(refusal))
                : screens.stopped(request, filled, told(request, refusal), status(refusal));
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
