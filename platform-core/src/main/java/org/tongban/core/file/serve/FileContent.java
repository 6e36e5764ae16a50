package org.tongban.core.file.serve;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.tongban.core.file.FileName;
import org.tongban.core.file.FileType;
import org.tongban.core.file.StoredFile;
import org.tongban.core.file.store.LimitedStream;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.web.EntityTags;

/** Serves a file's bytes from the store, streamed (CO-36). To be called with no connection held. */
@Singleton
class FileContent {
    private final ObjectStore store;

    FileContent(ObjectStore store) {
        this.store = store;
    }

    MutableHttpResponse<?> serve(HttpRequest<?> request, StoredFile file, String cacheControl) {
        var etag = "\"" + Objects.requireNonNull(file.sha256()) + "\"";
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, cacheControl);
        }
        long size = Objects.requireNonNull(file.size());
        var type = Objects.requireNonNull(file.type());
        var mediaType = MediaType.of(type.mediaType());
        MutableHttpResponse<?> answer = request.getMethod() == HttpMethod.HEAD
                ? HttpResponse.ok().contentType(mediaType).contentLength(size)
                : content(request, file, etag, size, mediaType);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(file.name()).disposition(isPicture(type)));
    }

    /** The bytes that are asked for. A range is of the version that the caller has; HEAD knows none (RFC 9110, 14.2). */
    private MutableHttpResponse<?> content(
            HttpRequest<?> request, StoredFile file, String etag, long size, MediaType mediaType) {
        var ifRange = request.getHeaders().get(HttpHeaders.IF_RANGE);
        var range = ifRange == null || ifRange.equals(etag)
                ? ByteRange.in(request.getHeaders().get(HttpHeaders.RANGE), size)
                : Optional.<ByteRange>empty();
        var sent = range.orElse(new ByteRange(0, size - 1));
        var bytes = new LimitedStream(store.open(file.storageKey(), sent.first()), sent.length());
        MutableHttpResponse<?> answer = HttpResponse.ok(new StreamedFile(bytes, mediaType, 0, sent.length()));
        range.ifPresent(part ->
                answer.status(HttpStatus.PARTIAL_CONTENT).header(HttpHeaders.CONTENT_RANGE, part.contentRange(size)));
        return answer;
    }

    private static boolean isPicture(FileType type) {
        return switch (type) {
            case PNG, BMP, JPEG -> true;
            case PDF, MP4, CSV, XML, ZIP, RAR, SEVEN_ZIP, DOC, DOCX, XLS, XLSX -> false;
        };
    }
}
