package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.internal.IdempotencyKeys.Claim;

/**
 * Carries a write in two phases out (CO-12): a short transaction checks the owner and claims the key, the method works with
 * no connection held, and its {@link SecondPhase} stores outcome and answer. A repeat looks again and again in between.
 */
@Singleton
class TwoPhases implements SecondPhase {
    private static final Logger LOG = LoggerFactory.getLogger(TwoPhases.class);
    private static final String WORK = "tongban.write.work";
    /** Less than a request may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Transactions transactions;
    private final CheckedBodies bodies;
    private final Owners owners;
    private final IdempotencyKeys keys;
    private final Leases leases;
    private final Completion completion;

    TwoPhases(
            Transactions transactions,
            CheckedBodies bodies,
            Owners owners,
            IdempotencyKeys keys,
            Leases leases,
            Completion completion) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.owners = owners;
        this.keys = keys;
        this.leases = leases;
        this.completion = completion;
    }

    /** A write under way, and its answer once that is stored. */
    private static final class Work {
        private final MethodInvocationContext<Object, Object> invocation;
        private final @Nullable RequestHash hash;
        private final Claim.@Nullable Mine claim;
        private Answers.@Nullable Answer answer;

        Work(
                MethodInvocationContext<Object, Object> invocation,
                @Nullable RequestHash hash,
                Claim.@Nullable Mine claim) {
            this.invocation = invocation;
            this.hash = hash;
            this.claim = claim;
        }
    }

    private record Committed<T>(HttpResponse<T> response, Answers.Answer answer) {}

    HttpResponse<?> run(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, CheckedBodies.Verdict verdict) {
        if (!idempotent(invocation) || !IdempotencyKeys.sent(request)) {
            transactions.read(() -> owners.check(invocation, Write.class, false));
            return work(request, verdict, new Work(invocation, null, null));
        }
        var hash = RequestHash.of(invocation, request, verdict.bytes());
        return switch (claim(invocation, request, hash)) {
            case Claim.Answered(var first, var answer) -> {
                hash.readToEnd();
                IdempotencyKeys.requireSame(first, hash.value());
                yield answer.response();
            }
            case Claim.Pending ignored -> {
                hash.readToEnd();
                throw DomainException.of(CoreError.FIRST_UNDER_WAY);
            }
            case Claim.Mine mine -> claimed(request, verdict, new Work(invocation, hash, mine), mine);
        };
    }

    /**
     * Waits for whoever has the key, holding neither a connection nor, of a streamed body, more than has arrived. It only
     * reads while it waits: claims that fail would leave a dead row version or a lock each.
     */
    private Claim claim(MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, RequestHash hash) {
        var known = hash.value();
        Supplier<Claim> attempt = () -> transactions.write(() -> {
            owners.check(invocation, Write.class, false);
            return keys.claim(request, known);
        });
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var pause = SHORTEST_PAUSE.toNanos();
        var claim = attempt.get();
        while (claim instanceof Claim.Pending pending && System.nanoTime() - deadline < 0) {
            IdempotencyKeys.requireSame(pending.hash(), known);
            LockSupport.parkNanos(pause);
            if (Thread.currentThread().isInterrupted()) {
                return claim;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            var still = transactions.read(() -> keys.underWay(request));
            claim = still.isPresent() ? still.get() : attempt.get();
        }
        return claim;
    }

    private HttpResponse<?> claimed(HttpRequest<?> request, CheckedBodies.Verdict verdict, Work work, Claim.Mine mine) {
        leases.hold(mine.id());
        try {
            return work(request, verdict, work);
        } finally {
            leases.drop(mine.id());
            if (work.answer == null) {
                release(mine);
            }
        }
    }

    private HttpResponse<?> work(HttpRequest<?> request, CheckedBodies.Verdict verdict, Work work) {
        request.setAttribute(WORK, work);
        verdict.raise();
        bodies.bind(work.invocation, verdict);
        var response = (HttpResponse<?>) work.invocation.proceed();
        if (work.answer != null) {
            return work.answer.response();
        }
        if (response == null || (response.code() < 400 && idempotent(work.invocation))) {
            throw new IllegalStateException(work.invocation.getExecutableMethod() + " has no second phase");
        }
        if (response.code() < 400 && Exchange.hasChanged(request) && !RequestAudit.recorded(request)) {
            throw new IllegalStateException(work.invocation.getExecutableMethod() + " left no audit record");
        }
        return response;
    }

    @Override
    public <T> HttpResponse<T> commit(Supplier<HttpResponse<T>> outcome) {
        var request = Exchange.request();
        var work = request.getAttribute(WORK, Work.class)
                .orElseThrow(() -> new IllegalStateException("no write in two phases is under way"));
        if (work.answer != null) {
            throw new IllegalStateException(work.invocation.getExecutableMethod() + " has committed already");
        }
        // The answer would count as stored although the outer transaction may still roll back.
        if (transactions.isUnderWay()) {
            throw new IllegalStateException(work.invocation.getExecutableMethod() + " commits inside a transaction");
        }
        RequestAudit.forget(request);
        var committed = transactions.write(() -> {
            var response = outcome.get();
            var answer = completion.of(work.invocation, request, response);
            if (work.claim != null && work.hash != null) {
                keys.store(work.claim, work.hash.value(), answer);
            }
            return new Committed<>(response, answer);
        });
        work.answer = committed.answer();
        return committed.response();
    }

    /** Where the database is away the claim ends with its lease. */
    private void release(Claim.Mine mine) {
        try {
            transactions.write(() -> {
                keys.release(mine);
                return mine;
            });
        } catch (RuntimeException away) {
            LOG.info("The key of a refused request is left to the sweep: {}", String.valueOf(away));
        }
    }

    private static boolean idempotent(MethodInvocationContext<Object, Object> invocation) {
        return invocation.booleanValue(Write.class, "idempotent").orElse(true);
    }
}
