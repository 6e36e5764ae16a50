package org.tongban.core.document;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.tongban.core.file.FileName;
import org.tongban.core.web.EntityTags;

/** How the bytes of a document, or of what belongs to one, are answered: to be saved, and asked for again by their hash. */
final class DocumentAnswer {
    private DocumentAnswer() {}

    /** The bytes of a hash, or that the caller has them already; only in the former case they are asked for. */
    static HttpResponse<?> of(
            HttpRequest<?> request, String sha256, MediaType type, FileName name, Supplier<byte[]> content) {
        var etag = "\"" + sha256 + "\"";
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        return HttpResponse.ok(content.get())
                .contentType(type)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, name.disposition(false));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
