package org.tongban.core.web.internal;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Read;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Versioned;

/** Carries a {@link Read} out: connection, owner check, the audit record where it leaves one, ETag (CO-10b, CO-12, CO-55). */
@Singleton
@InterceptorBean(Read.class)
class ReadInterceptor implements MethodInterceptor<Object, Object> {
    private final Transactions transactions;
    private final CheckedBodies bodies;
    private final Owners owners;
    private final Completion completion;

    ReadInterceptor(Transactions transactions, CheckedBodies bodies, Owners owners, Completion completion) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.owners = owners;
        this.completion = completion;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> invocation) {
        var request = Exchange.request();
        var verdict = bodies.read(invocation, request);
        var action = invocation.stringValue(Read.class, "action").orElse("");
        var answer = action.isEmpty()
                ? transactions.connected(() -> Optional.ofNullable(answer(invocation, verdict)))
                : transactions.write(() -> audited(invocation, request, verdict, action));
        var body = body(answer.orElse(null));
        if (body instanceof Versioned versioned) {
            request.setAttribute(Exchange.ETAG, EntityTags.of(versioned.version(), Exchange.language(request)));
        }
        return answer.orElse(null);
    }

    private @Nullable Object answer(MethodInvocationContext<Object, Object> invocation, CheckedBodies.Verdict verdict) {
        owners.check(invocation, Read.class, false);
        verdict.raise();
        return invocation.proceed();
    }

    private Optional<Object> audited(
            MethodInvocationContext<Object, Object> invocation,
            HttpRequest<?> request,
            CheckedBodies.Verdict verdict,
            String action) {
        Exchange.declare(request, action);
        var answer = answer(invocation, verdict);
        completion.audit(request, body(answer));
        return Optional.ofNullable(answer);
    }

    private static @Nullable Object body(@Nullable Object answer) {
        return answer instanceof HttpResponse<?> response ? response.body() : answer;
    }
}
