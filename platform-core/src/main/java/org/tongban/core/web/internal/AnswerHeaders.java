package org.tongban.core.web.internal;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
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
    void add(MutableHttpResponse<?> response) {
        put(response);
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
