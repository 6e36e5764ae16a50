package org.tongban.core.web.internal;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/**
 * Carries a {@link Write} out: in one transaction the owner check, the idempotency key, the ETag, the body's verdict, the
 * method, the audit record and the stored answer (CO-10b, CO-12, CO-55).
 */
@Singleton
@InterceptorBean(Write.class)
class WriteInterceptor implements MethodInterceptor<Object, Object> {
    private final Transactions transactions;
    private final CheckedBodies bodies;
    private final Owners owners;
    private final IdempotencyKeys keys;
    private final RequestAudit audit;
    private final Answers answers;

    WriteInterceptor(
            Transactions transactions,
            CheckedBodies bodies,
            Owners owners,
            IdempotencyKeys keys,
            RequestAudit audit,
            Answers answers) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.owners = owners;
        this.keys = keys;
        this.audit = audit;
        this.answers = answers;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> invocation) {
        var request = Exchange.request();
        var verdict = bodies.read(invocation, request);
        RequestAudit.declare(
                request, invocation.stringValue(Write.class, "action").orElseThrow());
        var phases = invocation.enumValue(Write.class, "phases", Phases.class).orElse(Phases.ONE);
        return switch (phases) {
            case ONE -> transactions.write(() -> inOneTransaction(invocation, request, verdict));
            case TWO -> inTwoPhases(invocation, request, verdict);
        };
    }

    private HttpResponse<?> inOneTransaction(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, CheckedBodies.Verdict verdict) {
        var version = owners.check(invocation, Write.class, true);
        var claim = invocation.booleanValue(Write.class, "idempotent").orElse(true)
                ? keys.claim(request, verdict.bytes())
                : IdempotencyKeys.NONE;
        if (claim.stored() != null) {
            return claim.stored().response();
        }
        match(invocation, request, version);
        verdict.raise();
        bodies.bind(invocation, verdict);
        var response = (MutableHttpResponse<?>) invocation.proceed();
        if (response == null) {
            throw new IllegalStateException(invocation.getExecutableMethod() + " answers nothing");
        }
        audit(request, response.body());
        if (response.body() instanceof Versioned versioned) {
            response.header(HttpHeaders.ETAG, EntityTags.of(versioned.version(), Exchange.language(request)));
        }
        var answer = answers.render(invocation, response);
        keys.store(claim, answer);
        return answer.response();
    }

    private HttpResponse<?> inTwoPhases(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, CheckedBodies.Verdict verdict) {
        transactions.read(() -> owners.check(invocation, Write.class, false));
        verdict.raise();
        bodies.bind(invocation, verdict);
        var response = (HttpResponse<?>) invocation.proceed();
        if (response == null) {
            throw new IllegalStateException(invocation.getExecutableMethod() + " answers nothing");
        }
        if (response.code() < 400 && !RequestAudit.recorded(request)) {
            throw new IllegalStateException(invocation.getExecutableMethod() + " left no audit record");
        }
        return response;
    }

    private void audit(HttpRequest<?> request, @Nullable Object body) {
        if (RequestAudit.recorded(request)) {
            return;
        }
        if (body instanceof Audited audited) {
            audit.record(audited.auditSubject(), audited.auditId(), audited.auditDigest());
        } else {
            throw new IllegalStateException(
                    "a write answered no " + Audited.class.getSimpleName() + " and left no record");
        }
    }

    private static void match(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, @Nullable Long version) {
        var ifMatch = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            if (invocation.isTrue(Write.class, "ifMatch")) {
                throw DomainException.of(CoreError.IF_MATCH_REQUIRED);
            }
            return;
        }
        if (version != null && !EntityTags.names(ifMatch, version)) {
            throw DomainException.of(CoreError.STALE);
        }
    }
}
