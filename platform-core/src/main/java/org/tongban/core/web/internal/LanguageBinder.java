package org.tongban.core.web.internal;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tongban.core.module.Language;

/** Gives controllers the language to answer in (CO-10). */
@Singleton
class LanguageBinder implements TypedRequestArgumentBinder<Language> {
    @Override
    public Argument<Language> argumentType() {
        return Argument.of(Language.class);
    }

    @Override
    public BindingResult<Language> bind(ArgumentConversionContext<Language> context, HttpRequest<?> source) {
        return () -> Optional.of(Exchange.language(source));
    }
}
