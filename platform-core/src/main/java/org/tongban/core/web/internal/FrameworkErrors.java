package org.tongban.core.web.internal;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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
    private final BeanProvider<CheckedParameters> parameters;

    FrameworkErrors(Problems problems, BeanProvider<CheckedParameters> parameters) {
        this.problems = problems;
        this.parameters = parameters;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var refusal = context.getRootCause()
                .flatMap(FrameworkErrors::badArgument)
                .map(bad -> withTheOthers(context.getRequest(), bad))
                .orElseGet(() -> DomainException.of(CoreError.ofStatus(response.code())));
        var answer = (MutableHttpResponse<Object>) problems.answer(context.getRequest(), response, refusal);
        // Of a request that cannot be read, a header too long say, no filter hears.
        AnswerHeaders.put(answer);
        return answer;
    }

    /** A parameter or path variable that is missing, or is not of its type. */
    private static Optional<Violation> badArgument(Throwable cause) {
        return switch (cause) {
            case ConversionErrorException wrong ->
                Optional.of(
                        violation(wrong.getArgument(), "type", new Title("值的类型不对", "Not a value of the wanted type.")));
            case UnsatisfiedArgumentException missing ->
                Optional.of(violation(missing.getArgument(), "required", new Title("此项必填", "This field is required.")));
            case UnsatisfiedRouteException missing ->
                Optional.of(violation(missing.getArgument(), "required", new Title("此项必填", "This field is required.")));
            default -> Optional.empty();
        };
    }

    private static Violation violation(Argument<?> argument, String code, Title message) {
        return new Violation("/" + CheckedParameters.name(argument), code, message);
    }

    /** The framework stops at the first: whatever else is wrong with the parameters is told with it (CO-10). */
    private DomainException withTheOthers(HttpRequest<?> request, Violation bad) {
        var others = RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(route -> ((MethodBasedRouteMatch<?, ?>) route).getExecutableMethod())
                .map(method -> parameters.get().check(method, request))
                .orElse(null);
        if (others == null) {
            return DomainException.of(CoreError.INVALID_INPUT, List.of(bad));
        }
        var violations = new ArrayList<>(others.violations());
        if (violations.stream().noneMatch(other -> other.pointer().equals(bad.pointer()))) {
            violations.add(bad);
        }
        return DomainException.of(others.code(), violations);
    }
}
