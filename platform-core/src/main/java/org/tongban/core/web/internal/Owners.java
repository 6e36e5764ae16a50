package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ownership;
import org.tongban.core.web.Write.NoOwner;

/** Asks the {@link Ownership} that a write or read names whether the record exists for the caller (CO-28). */
@Singleton
class Owners {
    private final BeanContext beans;

    Owners(BeanContext beans) {
        this.beans = beans;
    }

    /** The version of the record of the path variable {@code id}; null where the method names no ownership. */
    @Nullable
    Long check(
            MethodInvocationContext<Object, Object> invocation, Class<? extends Annotation> annotation, boolean lock) {
        Class<?> owner = invocation.classValue(annotation, "owner").orElse(NoOwner.class);
        if (owner == NoOwner.class) {
            return null;
        }
        var id = Objects.requireNonNull((UUID) invocation.getParameterValueMap().get("id"));
        return beans.getBean(owner.asSubclass(Ownership.class))
                .version(Exchange.signedIn(Exchange.request()), id, lock)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
