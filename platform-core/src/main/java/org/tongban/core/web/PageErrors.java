package org.tongban.core.web;

import io.micronaut.http.HttpRequest;

/** Draws the error page for browsers; where no bean does, they get problem+json like everybody else. */
public interface PageErrors {
    /** Whether a failed request is answered by a page: that of a browser, at a path which is not an interface. */
    boolean answers(HttpRequest<?> request);

    /** The page's HTML in the request's language. */
    String page(HttpRequest<?> request, DomainException refusal, String traceId);
}
