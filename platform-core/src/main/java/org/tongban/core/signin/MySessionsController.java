package org.tongban.core.signin;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.signin.SessionRepository.SignInRow;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Ownership;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** An account's own sessions and sign-ins (CO-22, CO-24b). */
@Controller("/api/platform/v1/me")
class MySessionsController {
    private final SessionRepository repository;
    private final Revocations revocations;
    private final SystemClock clock;
    private final AuditTrail audit;

    MySessionsController(SessionRepository repository, Revocations revocations, SystemClock clock, AuditTrail audit) {
        this.repository = repository;
        this.revocations = revocations;
        this.clock = clock;
        this.audit = audit;
    }

    /** Lets an account reach the sessions that it may still end. */
    @Singleton
    static class OwnSession implements Ownership {
        private final SessionRepository repository;

        OwnSession(SessionRepository repository) {
            this.repository = repository;
        }

        @Override
        public Optional<Long> version(Caller caller, UUID id, boolean lock) {
            return repository.isOpen(id, caller.account()) ? Optional.of(0L) : Optional.empty();
        }
    }

    /** The sessions that can still be renewed, newest first. */
    @Get("/sessions")
    @SignedIn
    @BeforeGate
    @Read
    MySessions listMySessions(Caller caller) {
        return new MySessions(repository.open(caller.account(), clock.now()).stream()
                .map(row -> new MySession(
                        row.id(),
                        row.createdAt(),
                        row.renewedAt() == null ? row.createdAt() : row.renewedAt(),
                        row.expiresAt(),
                        row.address(),
                        row.userAgent(),
                        row.id().equals(caller.session())))
                .toList());
    }

    /** Signs out everywhere, here too: all tokens are refused within a second. */
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/sessions")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.session.end", idempotent = false)
    HttpResponse<Void> endMySessions(Caller caller) {
        revocations.endSessions(caller.account());
        audit.record("platform/account", caller.account(), Map.of());
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    /** Ends one of the account's sessions. */
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/sessions/{id}")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.session.end", owner = OwnSession.class, idempotent = false)
    HttpResponse<Void> endMySession(Caller caller, @PathVariable UUID id) {
        revocations.endSession(id);
        audit.record("platform/session", id, Map.of());
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    /** The account's sign-ins of the last weeks, newest first. */
    @Get("/sign-ins")
    @SignedIn
    @BeforeGate
    @Read
    PageOf<MySignIn> listMySignIns(
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                repository.below(caller.account(), Keyset.before(cursor), limit + 1),
                limit,
                SignInRow::id,
                row -> new MySignIn(row.createdAt(), row.openedBy(), row.address(), row.userAgent()));
    }

    /** Some of the account's sessions. */
    @Serdeable
    record MySessions(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<MySession> items) {}

    /**
     * A session of the account.
     *
     * @param current whether the present call belongs to it
     */
    @Serdeable
    record MySession(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant openedAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant lastRenewedAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant expiresAt,

            @Nullable @Schema(example = "203.0.113.9") String address,
            @Nullable @Schema(example = "Mozilla/5.0") String userAgent,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean current) {}

    /** A sign-in of the account. */
    @Serdeable
    record MySignIn(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant at,

            @Nullable
            @Schema(
                    description = "By what: `password`, `code`, `credential`, or `new-password` where it went on from a"
                            + " change",
                    example = "password")
            String by,

            @Nullable @Schema(example = "203.0.113.9") String address,
            @Nullable @Schema(example = "Mozilla/5.0") String userAgent) {}
}
