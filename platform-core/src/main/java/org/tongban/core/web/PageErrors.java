package org.tongban.core.web;

import io.micronaut.http.HttpRequest;

/** Draws the error page for browsers; where no bean does, they get problem+json like everybody else. */
public interface PageErrors {
    /** The page's HTML in the request's language. */
    String page(HttpRequest<?> request, ErrorCode code, String traceId);
}
