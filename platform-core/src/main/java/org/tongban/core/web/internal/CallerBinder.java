package org.tongban.core.web.internal;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Gives controllers the caller, once the filter has found it. */
@Singleton
class CallerBinder implements TypedRequestArgumentBinder<Caller>, PostponedRequestArgumentBinder<Caller> {
    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        return BindingResult.empty();
    }

    @Override
    public BindingResult<Caller> bindPostponed(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        return () -> {
            var caller = Exchange.caller(source);
            if (caller == null
                    && Exchange.authenticated(source) != null
                    && !context.getArgument().isNullable()) {
                // A client, where only an account can be meant.
                throw DomainException.of(CoreError.FORBIDDEN);
            }
            return Optional.ofNullable(caller);
        };
    }
}
