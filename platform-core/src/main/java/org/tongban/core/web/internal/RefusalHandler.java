package org.tongban.core.web.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorKind;

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
        var answer = problems.answer(request, refusal);
        // RFC 9110, 15.5.17: how long the whole is.
        return refusal.code().kind() == ErrorKind.RANGE_NOT_SATISFIABLE
                ? answer.header(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes */" + refusal.members().get("size"))
                : answer;
    }
}
