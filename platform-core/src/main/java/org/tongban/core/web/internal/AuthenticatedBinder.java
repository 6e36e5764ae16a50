package org.tongban.core.web.internal;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tongban.core.web.Authenticated;

/** Gives controllers whoever calls with a token, an account or a client, once the filter has found it. */
@Singleton
class AuthenticatedBinder
        implements TypedRequestArgumentBinder<Authenticated>, PostponedRequestArgumentBinder<Authenticated> {
    @Override
    public Argument<Authenticated> argumentType() {
        return Argument.of(Authenticated.class);
    }

    @Override
    public BindingResult<Authenticated> bind(ArgumentConversionContext<Authenticated> context, HttpRequest<?> source) {
        return BindingResult.empty();
    }

    @Override
    public BindingResult<Authenticated> bindPostponed(
            ArgumentConversionContext<Authenticated> context, HttpRequest<?> source) {
        return () -> Optional.ofNullable(Exchange.authenticated(source));
    }
}
