package org.tongban.core.web.internal;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tongban.core.web.Caller;

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
        return () -> Optional.ofNullable(Exchange.caller(source));
    }
}
