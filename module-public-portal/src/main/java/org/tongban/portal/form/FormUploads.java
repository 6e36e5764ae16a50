package org.tongban.portal.form;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileError;
import org.tongban.core.page.FormTokens;
import org.tongban.core.publicform.PublicFormSteps;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.MultipartBody;
import org.tongban.core.web.MultipartBody.Part;

/** Takes the files of a page as the browser sends them: the fields first, then each file straight into the store (CO-35). */
@Singleton
class FormUploads {
    private static final int MOST_PARTS = 2000;

    private final PublicFormSteps steps;
    private final FormTokens tokens;
    private final int most;

    FormUploads(
            PublicFormSteps steps, FormTokens tokens, @Value("${platform.web.max-body:1MB}") @ReadableBytes int most) {
        this.steps = steps;
        this.tokens = tokens;
        this.most = most;
    }

    /**
     * The page with the files that came.
     *
     * @param refusal why one was not taken, {@code file} its name, {@code at} the pointer of its field; what came after it
     *     was not read
     */
    record Taken(Filled filled, @Nullable DomainException refusal, String at, String file) {}

    Taken taken(HttpRequest<?> request, Registered form, InputStream content) {
        // Closed, what a refusal left unread is discarded; a browser that is still sending would wait for ever
        // otherwise.
        try (content) {
            var body = MultipartBody.of(request, content);
            var values = new LinkedHashMap<String, List<String>>();
            int read = 0;
            int parts = 0;
            int files = 0;
            boolean known = false;
            for (var part = body.next(); part != null; part = body.next()) {
                if (++parts > MOST_PARTS) {
                    throw DomainException.of(CoreError.TOO_LARGE);
                }
                if (part.file() == null) {
                    var text = part.text(most - read);
                    read += part.name().length() + text.length();
                    if (!text.isEmpty()) {
                        add(values, part.name(), text);
                    }
                } else if (!part.file().isEmpty()) {
                    if (!known) {
                        require(request, values);
                        known = true;
                    }
                    var refusal = upload(form, part, values);
                    if (refusal != null) {
                        return new Taken(Filled.of(form, values), refusal, part.name(), part.file());
                    }
                    files++;
                }
            }
            require(request, values);
            var filled = Filled.of(form, values);
            return files > 0
                    ? new Taken(filled, null, "", "")
                    : new Taken(
                            filled,
                            DomainException.of(FileError.FILE_EMPTY),
                            "/" + form.slots().keySet().stream().findFirst().orElse(""),
                            "");
        } catch (IOException cutShort) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
    }

    private void require(HttpRequest<?> request, Map<String, List<String>> values) {
        var token = values.getOrDefault(FormTokens.FIELD, List.of());
        tokens.require(request, token.isEmpty() ? null : token.getFirst(), FormFrame.PLACE);
    }

    private @Nullable DomainException upload(Registered form, Part part, Map<String, List<String>> values) {
        var slot = form.slots().get(part.name().replaceFirst("^/", ""));
        if (slot == null) {
            return DomainException.of(FileError.FILE_SLOT_UNKNOWN);
        }
        try {
            var proof = Filled.of(form, values).proof();
            var file = steps.upload(proof, slot, part.file(), part.type(), part.content());
            add(values, part.name(), file.id().toString());
            return null;
        } catch (DomainException refusal) {
            return refusal;
        }
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
}
