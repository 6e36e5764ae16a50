package org.tongban.core.web;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;

/** Draws the error page for browsers; where no bean does, they get problem+json like everybody else. */
public interface PageErrors {
    /** Whether a failed request is answered by a page: that of a browser, at a path which is not an interface. */
    boolean answers(HttpRequest<?> request);

    /**
     * The page in the language that its address asks for, else the browser.
     *
     * @param wait after how long the same is worth another try, in whole seconds, as {@code Retry-After} says it; null where
     *     the answer says nothing of that
     */
    Drawn draw(HttpRequest<?> request, DomainException refusal, String traceId, @Nullable Duration wait);

    /** A page as HTML, with its language. */
    record Drawn(String html, Language language) {}
}
