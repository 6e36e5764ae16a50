package org.tongban.core.file;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.module.Language;

/** What an upload's request says of its body, and the answer to it (CO-35); for endpoints in two phases. */
public final class ReceivedUpload {
    private static final String PATH = "/api/platform/v1/files/";

    private ReceivedUpload() {}

    /** Stores a body as what its request says of it. */
    @FunctionalInterface
    public interface Storing {
        /** See {@link UploadFile#upload}. */
        StoredFile store(@Nullable String name, @Nullable String announced, InputStream body, long length);
    }

    /**
     * Has the body stored, and answers with what is known of the file.
     *
     * @param name of the file, if the query says it; else that of {@code Content-Disposition}
     */
    public static HttpResponse<FileView> stored(
            HttpRequest<?> request,
            Language language,
            Optional<String> name,
            @Nullable InputStream content,
            Storing storing)
            throws IOException {
        var written = name.or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_DISPOSITION))
                .flatMap(FileName::inDisposition));
        var announced = request.getContentType().map(MediaType::getName).orElse(null);
        var length = request.getHeaders().contentLength().orElse(ObjectStore.UNKNOWN_LENGTH);
        // Closed, what a refusal left unread is discarded; a client that is still sending would wait for ever
        // otherwise.
        try (var body = content == null ? InputStream.nullInputStream() : content) {
            var file = storing.store(written.orElse(null), announced, body, length);
            return HttpResponse.created(FileView.of(file, language), URI.create(PATH + file.id()));
        }
    }
}
