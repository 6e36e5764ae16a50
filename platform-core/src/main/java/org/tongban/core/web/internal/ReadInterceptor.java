package org.tongban.core.web.internal;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Read;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Versioned;

/** Carries a {@link Read} out: one connection, the owner check, the ETag (CO-10b, CO-12). */
@Singleton
@InterceptorBean(Read.class)
class ReadInterceptor implements MethodInterceptor<Object, Object> {
    private final Transactions transactions;
    private final CheckedBodies bodies;
    private final Owners owners;

    ReadInterceptor(Transactions transactions, CheckedBodies bodies, Owners owners) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.owners = owners;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> invocation) {
        var request = Exchange.request();
        var verdict = bodies.read(invocation, request);
        var answer = transactions.connected(() -> {
            owners.check(invocation, Read.class, false);
            verdict.raise();
            return java.util.Optional.ofNullable(invocation.proceed());
        });
        var body = answer.orElse(null) instanceof HttpResponse<?> response ? response.body() : answer.orElse(null);
        if (body instanceof Versioned versioned) {
            request.setAttribute(Exchange.ETAG, EntityTags.of(versioned.version(), Exchange.language(request)));
        }
        return answer.orElse(null);
    }
}
