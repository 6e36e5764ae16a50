package org.tongban.core.web.internal;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.core.web.internal.IdempotencyKeys.Claim;

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
    private final Completion completion;
    private final TwoPhases twoPhases;

    WriteInterceptor(
            Transactions transactions,
            CheckedBodies bodies,
            Owners owners,
            IdempotencyKeys keys,
            Completion completion,
            TwoPhases twoPhases) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.owners = owners;
        this.keys = keys;
        this.completion = completion;
        this.twoPhases = twoPhases;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> invocation) {
        var request = Exchange.request();
        var verdict = bodies.read(invocation, request);
        Exchange.declare(request, invocation.stringValue(Write.class, "action").orElseThrow());
        var phases = invocation.enumValue(Write.class, "phases", Phases.class).orElse(Phases.ONE);
        return switch (phases) {
            case ONE -> transactions.write(() -> inOneTransaction(invocation, request, verdict));
            case TWO -> twoPhases.run(invocation, request, verdict);
        };
    }

    private HttpResponse<?> inOneTransaction(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, CheckedBodies.Verdict verdict) {
        var version = owners.check(invocation, Write.class, true);
        if (!invocation.booleanValue(Write.class, "idempotent").orElse(true) || !IdempotencyKeys.sent(request)) {
            return write(invocation, request, verdict, version).response();
        }
        var hash = RequestHash.of(invocation, request, verdict.bytes()).value();
        return switch (keys.claim(request, hash)) {
            case Claim.Answered(var first, var answer) -> {
                IdempotencyKeys.requireSame(first, hash);
                yield answer.response();
            }
            case Claim.Pending pending -> {
                IdempotencyKeys.requireSame(pending.hash(), hash);
                throw DomainException.of(CoreError.FIRST_UNDER_WAY);
            }
            case Claim.Mine mine -> {
                var answer = write(invocation, request, verdict, version);
                keys.store(mine, hash, answer);
                yield answer.response();
            }
        };
    }

    private Answers.Answer write(
            MethodInvocationContext<Object, Object> invocation,
            HttpRequest<?> request,
            CheckedBodies.Verdict verdict,
            @Nullable Long version) {
        match(invocation, request, version);
        verdict.raise();
        bodies.bind(invocation, verdict);
        return completion.of(invocation, request, invocation.proceed());
    }

    private static void match(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, @Nullable Long version) {
        var ifMatch = Given.ifMatch(request);
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
