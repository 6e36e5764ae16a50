package org.tongban.core.web.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is given by a page that calls it for its reader, instead of what the request itself brings.
 *
 * @param body the JSON document as bytes; null where the operation takes none
 * @param ifMatch the ETag that the page was made from; null where it demands none
 */
record Given(
        Map<String, String> query,
        byte @Nullable [] body,
        @Nullable String ifMatch) {
    private static final String ATTRIBUTE = "tongban.given";

    static @Nullable Given of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Given.class).orElse(null);
    }

    void giveTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static void takeFrom(HttpRequest<?> request) {
        request.removeAttribute(ATTRIBUTE, Given.class);
    }

    /** The names of the query's parameters. */
    static Set<String> names(HttpRequest<?> request) {
        var given = of(request);
        return given == null ? request.getParameters().names() : given.query.keySet();
    }

    /** The values of one of them. */
    static List<String> values(HttpRequest<?> request, String name) {
        var given = of(request);
        if (given == null) {
            HttpParameters sent = request.getParameters();
            return sent.getAll(name);
        }
        var value = given.query.get(name);
        return value == null ? List.of() : List.of(value);
    }

    static @Nullable String ifMatch(HttpRequest<?> request) {
        var given = of(request);
        return given == null ? request.getHeaders().get(HttpHeaders.IF_MATCH) : given.ifMatch;
    }
}
