package org.tongban.core.page;

import io.micronaut.http.HttpRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.DomainException;

/** How a form is drawn again with what was typed, should the request that brings it be refused (PO-8). */
public final class Redraw {
    private static final String ATTRIBUTE = "tongban.page.redraw";

    private final Function<DomainException, Page> page;

    private Redraw(Function<DomainException, Page> page) {
        this.page = page;
    }

    /** From now on a refusal of the request is answered by this page; what fails for another reason is not. */
    public static void with(HttpRequest<?> request, Function<DomainException, Page> page) {
        request.setAttribute(ATTRIBUTE, new Redraw(page));
    }

    static @Nullable Redraw of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Redraw.class).orElse(null);
    }

    Page apply(DomainException refusal) {
        return page.apply(refusal);
    }
}
