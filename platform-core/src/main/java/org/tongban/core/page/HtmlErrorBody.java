package org.tongban.core.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;

/** Gives the framework's own refusals, say of an unknown path, the look of {@link ErrorPages} for browsers. */
@Singleton
class HtmlErrorBody implements HtmlErrorResponseBodyProvider {
    private final ErrorPages errors;

    HtmlErrorBody(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    public String body(ErrorContext context, HttpResponse<?> response) {
        return errors.html(context.getRequest(), HttpStatus.valueOf(response.code()), "");
    }

    @Override
    public String contentType() {
        return MediaType.TEXT_HTML + "; charset=utf-8";
    }
}
