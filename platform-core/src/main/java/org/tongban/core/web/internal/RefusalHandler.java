package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.tongban.core.web.DomainException;

/** Answers a refusal (CO-10). */
@Singleton
@Produces(Problems.MEDIA_TYPE)
class RefusalHandler implements ExceptionHandler<DomainException, HttpResponse<?>> {
    private final Problems problems;

    RefusalHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has it raw
    public HttpResponse<?> handle(HttpRequest request, DomainException refusal) {
        return problems.answer(request, refusal);
    }
}
