package org.tongban.core.web.internal;

import io.micronaut.context.annotation.Context;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.inject.ExecutableMethod;
import java.io.InputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.module.StartRefused;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Write;

/**
 * Stops the start over a write that heeds a key and whose body would not count in {@link RequestHash}: the same key with
 * another body would get the first answer (CO-12).
 */
@Context
class HashedBodies {
    HashedBodies(Operations operations) {
        var unhashed = operations
                .all()
                .filter(method -> method.hasAnnotation(Write.class)
                        && method.booleanValue(Write.class, "idempotent").orElse(true))
                .filter(method -> Stream.of(method.getArguments()).anyMatch(HashedBodies::isLost))
                .map(HashedBodies::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unhashed.isEmpty()) {
            throw new StartRefused("The body of %s is neither @Checked nor an InputStream, so an Idempotency-Key cannot"
                            .formatted(unhashed)
                    + " tell it from another: make it one of them, or the write idempotent = false.");
        }
    }

    private static boolean isLost(Argument<?> argument) {
        var metadata = argument.getAnnotationMetadata();
        return metadata.hasAnnotation(Body.class)
                && !metadata.hasAnnotation(Checked.class)
                && !InputStream.class.isAssignableFrom(argument.getType());
    }

    private static String name(ExecutableMethod<?, ?> method) {
        return method.getDeclaringType().getSimpleName() + "." + method.getMethodName();
    }
}
