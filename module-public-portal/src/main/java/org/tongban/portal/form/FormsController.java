package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.FormTokens;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Open;
import org.tongban.core.web.Write;

/** Public forms, filled in step by step (PO-1, PO-4). */
@Hidden
@Controller(value = FormScreens.PATH + "/{module}/{form}", produces = MediaType.TEXT_HTML)
class FormsController {
    private final PublicForms forms;
    private final PublicFormSteps steps;
    private final FormSubjects subjects;
    private final FormMoves moves;
    private final FormTokens tokens;
    private final ErrorPages errors;

    FormsController(
            PublicForms forms,
            PublicFormSteps steps,
            FormSubjects subjects,
            FormMoves moves,
            FormTokens tokens,
            ErrorPages errors) {
        this.forms = forms;
        this.steps = steps;
        this.subjects = subjects;
        this.moves = moves;
        this.tokens = tokens;
        this.errors = errors;
    }

    /** What it is about, what is to be known before, and the empty fields. */
    @Open
    @AnyParameters
    @Get
    HttpResponse<String> publicForm(HttpRequest<?> request, String module, String form) {
        return forms.find(module, form)
                .map(found -> subjects.chosen(request, found))
                .orElseGet(() -> errors.notFound(request));
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.turn", idempotent = false, phases = Write.Phases.TWO)
    @Post(consumes = MediaType.ALL)
    HttpResponse<?> turnPage(HttpRequest<?> request, String module, String form, @Body @Checked FormFields fields) {
        steps.turnsPage(request);
        return with(request, module, form, fields, filled -> moves.turn(request, filled));
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.send-code", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/code", consumes = MediaType.ALL)
    HttpResponse<?> sendFormCode(HttpRequest<?> request, String module, String form, @Body @Checked FormFields fields) {
        return with(request, module, form, fields, filled -> moves.send(request, filled));
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.verify-code", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/proof", consumes = MediaType.ALL)
    HttpResponse<?> verifyFormCode(
            HttpRequest<?> request, String module, String form, @Body @Checked FormFields fields) {
        return with(request, module, form, fields, filled -> moves.prove(request, filled));
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.upload", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/files", consumes = MediaType.ALL)
    HttpResponse<?> uploadFormFiles(
            HttpRequest<?> request, String module, String form, @Body @Nullable InputStream content) {
        return forms.find(module, form)
                .<HttpResponse<?>>map(found -> moves.upload(request, found, content))
                .orElseGet(() -> errors.notFound(request));
    }

    @Open
    @AnyParameters
    @Write(action = "public-portal.form.submit", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/submission", consumes = MediaType.ALL)
    HttpResponse<?> submitForm(HttpRequest<?> request, String module, String form, @Body @Checked FormFields fields) {
        return with(request, module, form, fields, filled -> moves.submit(request, filled));
    }

    private HttpResponse<String> with(
            HttpRequest<?> request,
            String module,
            String form,
            FormFields fields,
            Function<Filled, HttpResponse<String>> move) {
        var found = forms.find(module, form);
        if (found.isEmpty()) {
            return errors.notFound(request);
        }
        var filled = Filled.of(found.get(), fields.all());
        try {
            tokens.require(request, fields.value(FormTokens.FIELD), FormFrame.PLACE);
        } catch (DomainException refusal) {
            return moves.notOurs(request, filled, refusal);
        }
        return move.apply(filled);
    }
}
