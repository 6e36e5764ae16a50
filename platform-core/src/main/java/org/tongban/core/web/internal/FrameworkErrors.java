package org.tongban.core.web.internal;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Replaces the framework's own error bodies, of which none leaves the server: they name classes and SQL. */
@Singleton
class FrameworkErrors implements ErrorResponseProcessor<Object> {
    private final Problems problems;

    FrameworkErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var refusal = DomainException.of(CoreError.ofStatus(response.code()));
        return (MutableHttpResponse<Object>) problems.answer(context.getRequest(), response, refusal);
    }
}
