package org.tongban.core.web.internal;

import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

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
        var refusal = context.getRootCause()
                .flatMap(FrameworkErrors::badArgument)
                .orElseGet(() -> DomainException.of(CoreError.ofStatus(response.code())));
        return (MutableHttpResponse<Object>) problems.answer(context.getRequest(), response, refusal);
    }

    /** A parameter or path variable that is missing, or is not of its type. */
    private static Optional<DomainException> badArgument(Throwable cause) {
        return switch (cause) {
            case ConversionErrorException wrong ->
                Optional.of(
                        refusal(wrong.getArgument(), "type", new Title("值的类型不对", "Not a value of the wanted type.")));
            case UnsatisfiedArgumentException missing ->
                Optional.of(refusal(missing.getArgument(), "required", new Title("此项必填", "This field is required.")));
            case UnsatisfiedRouteException missing ->
                Optional.of(refusal(missing.getArgument(), "required", new Title("此项必填", "This field is required.")));
            default -> Optional.empty();
        };
    }

    private static DomainException refusal(Argument<?> argument, String code, Title message) {
        return DomainException.of(
                CoreError.INVALID_INPUT, List.of(new Violation("/" + CheckedParameters.name(argument), code, message)));
    }
}
