package org.tongban.core.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Puts the security headers of pages on every answer in HTML that does not bring its own (CO-84). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class PageHeaders {
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin");

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        var html = response.getContentType()
                .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
                .isPresent();
        if (html) {
            HEADERS.forEach((name, value) -> {
                if (!response.getHeaders().contains(name)) {
                    response.header(name, value);
                }
            });
        }
    }
}
