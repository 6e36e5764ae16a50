package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileError;
import org.tongban.core.page.FormTokens;
import org.tongban.core.page.PostedForms;
import org.tongban.core.page.PostedForms.Receiver;
import org.tongban.core.page.PostedForms.Refused;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.MultipartBody.Part;

/** Takes the files of a page, each by the proof that comes with it (CO-35). */
@Singleton
class FormUploads {
    private final PublicFormSteps steps;
    private final FormTokens tokens;
    private final PostedForms posted;

    FormUploads(PublicFormSteps steps, FormTokens tokens, PostedForms posted) {
        this.steps = steps;
        this.tokens = tokens;
        this.posted = posted;
    }

    /**
     * The page with the files that came.
     *
     * @param refused those that were not taken
     * @param notOurs why none was, where the form is not a page's own; null where it is
     */
    record Taken(
            Filled filled, List<Refused> refused, @Nullable DomainException notOurs) {}

    Taken taken(HttpRequest<?> request, Registered form, InputStream content) {
        var read = posted.read(request, content, new Receiver() {
            @Override
            public void require(@Nullable String token) {
                tokens.require(request, token, FormFrame.PLACE);
            }

            @Override
            public UUID store(Part file, Map<String, List<String>> fields) {
                return upload(form, file, fields);
            }
        });
        var filled = Filled.of(form, read.fields());
        if (read.notOurs() == null && read.refused().isEmpty() && read.files() == 0) {
            var first = "/" + form.slots().keySet().stream().findFirst().orElse("");
            var nothing = new Refused(first, "", DomainException.of(FileError.FILE_EMPTY));
            return new Taken(filled, List.of(nothing), null);
        }
        return new Taken(filled, read.refused(), read.notOurs());
    }

    private UUID upload(Registered form, Part file, Map<String, List<String>> fields) {
        var slot = form.slots().get(file.name().replaceFirst("^/", ""));
        if (slot == null) {
            throw DomainException.of(FileError.FILE_SLOT_UNKNOWN);
        }
        var proof = Filled.of(form, fields).proof();
        return steps.upload(proof, slot, file.file(), file.type(), file.content())
                .id();
    }
}
