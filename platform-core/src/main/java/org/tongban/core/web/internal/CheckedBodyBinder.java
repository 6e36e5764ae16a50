package org.tongban.core.web.internal;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Checked;

/**
 * Leaves {@link Checked} bodies to the interceptor of the write, which reads, checks and binds them in the order of
 * CO-10b; all other bodies go to the framework's own binder.
 */
@Singleton
class CheckedBodyBinder implements BeanCreatedEventListener<RequestBinderRegistry> {
    private static final RequestArgumentBinder<Object> LEFT_TO_THE_WRITE =
            (context, source) -> ArgumentBinder.BindingResult.empty();

    @Override
    public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
        var registry = event.getBean();
        var anyBody = Argument.of(Object.class, "body", new BodyMark());
        registry.findArgumentBinder(anyBody)
                .ifPresent(framework -> registry.addArgumentBinder(new BodyBinder(framework)));
        return registry;
    }

    /** The metadata of an argument that carries {@link Body} and nothing else: the key of the framework's binder. */
    private static final class BodyMark implements AnnotationMetadata {
        @Override
        public Optional<Class<? extends Annotation>> getAnnotationTypeByStereotype(
                @Nullable Class<? extends Annotation> stereotype) {
            return Optional.of(Body.class);
        }
    }

    private record BodyBinder(ArgumentBinder<Object, HttpRequest<?>> framework)
            implements AnnotatedRequestArgumentBinder<Body, Object> {
        @Override
        public Class<Body> getAnnotationType() {
            return Body.class;
        }

        @Override
        public RequestArgumentBinder<Object> createSpecific(Argument<Object> argument) {
            if (argument.getAnnotationMetadata().hasAnnotation(Checked.class)) {
                return LEFT_TO_THE_WRITE;
            }
            return this;
        }

        @Override
        public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> source) {
            return framework.bind(context, source);
        }
    }
}
