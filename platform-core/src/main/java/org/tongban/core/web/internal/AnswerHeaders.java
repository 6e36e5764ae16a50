package org.tongban.core.web.internal;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the security headers on every answer that does not bring its own (CO-84). It stands outside all other filters, so
 * that what they refuse has them too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class AnswerHeaders implements Ordered {
    /** What a page may load, and where its forms may go. */
    public static final String PAGE_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** The header of the policy. */
    public static final String POLICY = "Content-Security-Policy";

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String NOT_KEPT = "no-store";
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=31536000");
    private static final Map<String, String> OF_THE_API = ofTheApi(ALWAYS);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        put(response);
        weaken(request, response);
    }

    /**
     * Says that the bytes depend on what the client unpacks, which the server chooses after all filters, and of those that
     * may be packed that their tag names what they stand for and not the bytes (RFC 9110, 8.8.3).
     */
    private static void weaken(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        boolean unchanged = response.code() == HttpStatus.NOT_MODIFIED.getCode();
        if (!unchanged && !isCompressible(response)) {
            return;
        }
        var headers = response.getHeaders();
        var vary = headers.get(HttpHeaders.VARY);
        if (vary == null) {
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } else if (!vary.contains(HttpHeaders.ACCEPT_ENCODING)) {
            headers.set(HttpHeaders.VARY, vary + ", " + HttpHeaders.ACCEPT_ENCODING);
        }
        var etag = headers.get(HttpHeaders.ETAG);
        boolean packed = unchanged
                ? known != null && etag != null && known.contains("W/" + etag)
                : request.getHeaders().contains(HttpHeaders.ACCEPT_ENCODING);
        if (etag != null && !etag.startsWith("W/") && packed) {
            headers.set(HttpHeaders.ETAG, "W/" + etag);
        }
    }

    /** Texts are: of them alone the server sends a packed form. */
    private static boolean isCompressible(MutableHttpResponse<?> response) {
        var type = response.body() instanceof FileCustomizableResponseType file
                ? file.getMediaType()
                : response.getContentType().orElse(null);
        return type != null && MediaType.isTextBased(type.getName());
    }

    /** Also called for requests that the server could not read, to which no filter is applied. */
    static void put(MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        put(headers, POLICY, isPage(response) ? PAGE_POLICY : API_POLICY);
        put(headers, HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        ALWAYS.forEach(headers::set);
    }

    /** Those of an answer of the API that brings none of its own. */
    static Map<String, String> ofTheApi() {
        return OF_THE_API;
    }

    private static Map<String, String> ofTheApi(Map<String, String> always) {
        var headers = new HashMap<>(always);
        headers.put(POLICY, API_POLICY);
        headers.put(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        return Map.copyOf(headers);
    }

    private static void put(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private static boolean isPage(MutableHttpResponse<?> response) {
        return response.getContentType()
                .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
                .isPresent();
    }
}
