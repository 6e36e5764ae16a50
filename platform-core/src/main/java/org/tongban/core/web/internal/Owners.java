package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.ClientCaller;
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

    /** The version of the record that the path names; null where the method names no ownership. */
    @Nullable
    Long check(
            MethodInvocationContext<Object, Object> invocation, Class<? extends Annotation> annotation, boolean lock) {
        Class<?> owner = invocation.classValue(annotation, "owner").orElse(NoOwner.class);
        if (owner == NoOwner.class) {
            return null;
        }
        var variable = invocation.stringValue(annotation, "record").orElse("id");
        var record = Objects.requireNonNull(invocation.getParameterValueMap().get(variable));
        var ownership = beans.getBean(owner.asSubclass(Ownership.class));
        var request = Exchange.request();
        if (Exchange.authenticated(request) instanceof ClientCaller client
                && ownership instanceof ReachedByClients reached
                && record instanceof UUID id) {
            return reached.version(client, id, lock).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        }
        var caller = Exchange.signedIn(request);
        var version = record instanceof UUID id
                ? ownership.version(caller, id, lock)
                : ownership.version(caller, String.valueOf(record), lock);
        return version.orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
