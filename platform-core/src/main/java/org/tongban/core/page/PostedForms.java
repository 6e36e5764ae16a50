package org.tongban.core.page;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.MultipartBody;
import org.tongban.core.web.MultipartBody.Part;

/** Reads forms that pages send with files: the fields first, then each file straight into the store (CO-35). Thread-safe. */
@Singleton
public class PostedForms {
    private static final int MOST_PARTS = 2000;

    private final int most;

    PostedForms(@Value("${platform.web.max-body:1MB}") @ReadableBytes int most) {
        this.most = most;
    }

    /** Whose form it is. */
    public interface Receiver {
        /** Refuses, by {@link FormTokens}, a form that is not this page's own; null where it brings no token. */
        void require(@Nullable String token);

        /**
         * Stores a file, and answers its id.
         *
         * @param fields what came before it
         * @throws DomainException that says why it is not taken
         */
        UUID store(Part file, Map<String, List<String>> fields);
    }

    /**
     * What came.
     *
     * @param fields by their names, files by their ids
     * @param files how many were taken
     * @param refused the files that were not taken, each for a reason of its own
     * @param notOurs why no file was taken, where the form is not this page's own; null where it is
     */
    public record Posted(
            Map<String, List<String>> fields,
            int files,
            List<Refused> refused,
            @Nullable DomainException notOurs) {
        public Posted {
            refused = List.copyOf(refused);
        }
    }

    /** A file that was not taken: the name of its control, its own, and why. */
    public record Refused(String control, String file, DomainException why) {}

    /** The form of a request. */
    public Posted read(HttpRequest<?> request, InputStream content, Receiver receiver) {
        // Closed, what a refusal left unread is discarded; a browser that is still sending would wait for ever
        // otherwise.
        try (content) {
            var body = MultipartBody.of(request, content);
            var fields = new LinkedHashMap<String, List<String>>();
            var refused = new ArrayList<Refused>();
            DomainException notOurs = null;
            int read = 0;
            int parts = 0;
            int files = 0;
            for (var part = body.next(); part != null; part = body.next()) {
                if (++parts > MOST_PARTS) {
                    throw DomainException.of(CoreError.TOO_LARGE);
                }
                if (part.file() == null) {
                    var text = part.text(most - read);
                    read += part.name().length() + text.length();
                    add(fields, part.name(), text);
                } else if (!part.file().isEmpty()) {
                    notOurs = files == 0 && refused.isEmpty() ? notOurs(receiver, fields) : notOurs;
                    if (notOurs == null && store(part, fields, receiver, refused)) {
                        files++;
                    }
                }
            }
            return new Posted(fields, files, refused, notOurs(receiver, fields));
        } catch (IOException cutShort) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
    }

    /** One that is not taken keeps no other out. */
    private static boolean store(
            Part part, Map<String, List<String>> fields, Receiver receiver, List<Refused> refused) {
        try {
            add(fields, part.name(), receiver.store(part, fields).toString());
            return true;
        } catch (DomainException why) {
            refused.add(new Refused(part.name(), Objects.requireNonNull(part.file()), why));
            return false;
        }
    }

    /** The rest is read all the same: what was typed may stand behind the files. */
    private static @Nullable DomainException notOurs(Receiver receiver, Map<String, List<String>> fields) {
        try {
            receiver.require(fields.getOrDefault(FormTokens.FIELD, List.of()).stream()
                    .findFirst()
                    .orElse(null));
            return null;
        } catch (DomainException why) {
            return why;
        }
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }
}
