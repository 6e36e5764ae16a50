package org.tongban.core.console.section;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.section.SectionActions.Chosen;
import org.tongban.core.console.section.SectionPages.Reader;
import org.tongban.core.file.UploadFile;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.page.FormTokens;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.MultipartBody;
import org.tongban.core.web.Violation;
import org.tongban.core.web.internal.Exchange;

/** Takes the files of an action's form: the fields first, then each file straight into the store (CO-35). */
@Singleton
class SectionFiles {
    private static final String UPLOAD = "platform.file.upload";
    private static final int MOST_PARTS = 2000;

    private final ConsoleForms forms;
    private final UploadFile uploadFile;
    private final int most;

    SectionFiles(
            ConsoleForms forms, UploadFile uploadFile, @Value("${platform.web.max-body:1MB}") @ReadableBytes int most) {
        this.forms = forms;
        this.uploadFile = uploadFile;
        this.most = most;
    }

    /** What came, files by their ids; {@code refusal} says why one was not taken, and what came after it was not read. */
    record Taken(Map<String, List<String>> fields, @Nullable DomainException refusal) {}

    Taken taken(Reader reader, Chosen chosen, InputStream content) {
        // Closed, what a refusal left unread is discarded; a browser that is still sending would wait for ever
        // otherwise.
        try (content) {
            var body = MultipartBody.of(reader.request(), content);
            var fields = new LinkedHashMap<String, List<String>>();
            int read = 0;
            int parts = 0;
            for (var part = body.next(); part != null; part = body.next()) {
                if (++parts > MOST_PARTS) {
                    throw DomainException.of(CoreError.TOO_LARGE);
                }
                if (part.file() == null) {
                    var text = part.text(most - read);
                    read += part.name().length() + text.length();
                    add(fields, part.name(), text);
                } else if (!part.file().isEmpty()) {
                    require(reader, fields);
                    var refusal = upload(reader, chosen, part, fields);
                    if (refusal != null) {
                        return new Taken(fields, refusal);
                    }
                }
            }
            require(reader, fields);
            return new Taken(fields, null);
        } catch (IOException cutShort) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
    }

    private void require(Reader reader, Map<String, List<String>> fields) {
        var token = fields.getOrDefault(FormTokens.FIELD, List.of());
        forms.require(reader.request(), token.isEmpty() ? null : token.getFirst());
    }

    private @Nullable DomainException upload(
            Reader reader, Chosen chosen, MultipartBody.Part part, Map<String, List<String>> fields) {
        var slot = chosen.action().inputs().stream()
                .filter(input ->
                        input.pointer().equals(part.name()) && !input.slot().isEmpty())
                .findFirst()
                .orElseThrow(() -> DomainException.of(CoreError.BAD_REQUEST))
                .slot();
        try {
            Exchange.declare(reader.request(), UPLOAD);
            var file = uploadFile.upload(
                    reader.caller(), slot, part.file(), part.type(), part.content(), ObjectStore.UNKNOWN_LENGTH);
            add(fields, part.name(), file.id().toString());
            return null;
        } catch (DomainException refusal) {
            var detail = refusal.detail() == null ? refusal.code().title() : refusal.detail();
            return DomainException.of(
                    refusal.code(),
                    List.of(new Violation(part.name(), refusal.code().code(), detail)));
        }
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }
}
