package org.tongban.core.face;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.client.ClientSignatures;
import org.tongban.core.client.ClientSignatures.Statement;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.face.FaceRepository.FaceRow;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.Transactions;

/**
 * Takes the signed result for a token, one for each (CO-75). What is refused leaves its reason in the audit trail, and is
 * answered alike for every reason.
 */
@Singleton
class TakeFaceResult {
    static final String SUBJECT = "platform/face-verification";
    static final String TYPE = "face-result+jwt";

    private static final Duration LONGEST_AGE = Duration.ofMinutes(2);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final ClientSignatures signatures;
    private final FaceRepository repository;
    private final Transactions transactions;
    private final SystemClock clock;
    private final AuditTrail audit;
    private final MeterRegistry meters;

    TakeFaceResult(
            ClientSignatures signatures,
            FaceRepository repository,
            Transactions transactions,
            SystemClock clock,
            AuditTrail audit,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.meters = meters;
    }

    /** What became of a result. */
    sealed interface Outcome {
        /** It is the result of its token. */
        record Taken(UUID id, FaceState state) implements Outcome {}

        /** It is none; {@code subject} is the verification where one was found, else the client. */
        record Refused(UUID subject, String reason) implements Outcome {}
    }

    /** Notes that the app has read a token, in the transaction under way. */
    Optional<FaceState> scan(String token) {
        return Optional.ofNullable(repository.scan(RandomToken.hash(token), clock.now()))
                .map(row -> {
                    audit.record(SUBJECT, row.id(), Map.of("state", row.state()));
                    return FaceState.of(row.state());
                });
    }

    Outcome take(ClientCaller client, String jws) {
        var statement = signatures.read(client.client(), jws, TYPE);
        var outcome = transactions.write(() -> {
            var heard = hear(client.client(), statement);
            switch (heard) {
                case Outcome.Taken(var id, var state) -> audit.record(SUBJECT, id, Map.of("state", state.code()));
                case Outcome.Refused(var subject, var reason) ->
                    audit.recordRefusal(SUBJECT, subject, Map.of("reason", reason));
            }
            return heard;
        });
        meters.counter(
                        "tongban.face.results",
                        "outcome",
                        switch (outcome) {
                            case Outcome.Taken(var id, var state) -> state.code();
                            case Outcome.Refused refused -> "not-taken";
                        })
                .increment();
        return outcome;
    }

    private Outcome hear(UUID client, Statement statement) {
        return switch (statement) {
            case Statement.Refused(var reason) -> new Outcome.Refused(client, reason);
            case Statement.Signed(var payload) ->
                FaceResult.read(payload)
                        .map(result -> hear(client, result))
                        .orElseGet(() -> new Outcome.Refused(client, "claims"));
        };
    }

    private Outcome hear(UUID client, FaceResult result) {
        var now = clock.now();
        if (result.issuedAt().isBefore(now.minus(LONGEST_AGE))) {
            return new Outcome.Refused(client, "too-old");
        }
        if (result.issuedAt().isAfter(now.plus(CLOCK_SKEW))) {
            return new Outcome.Refused(client, "from-the-future");
        }
        var row = repository.lockByToken(RandomToken.hash(result.token())).orElse(null);
        if (row == null) {
            return new Outcome.Refused(client, "unknown-token");
        }
        if (!row.state(now).isOpen()) {
            return new Outcome.Refused(row.id(), "token-" + row.state(now).code());
        }
        var state = state(row, result);
        var reason = state == FaceState.REFUSED ? result.reason() : "";
        repository.decide(row.id(), state.code(), reason, client, now);
        return new Outcome.Taken(row.id(), state);
    }

    private static FaceState state(FaceRow row, FaceResult result) {
        if (!result.matched()) {
            return FaceState.REFUSED;
        }
        var same = MessageDigest.isEqual(row.numberDigest(), result.numberDigest())
                & MessageDigest.isEqual(row.nameDigest(), FaceDigest.ofName(result.token(), result.name()));
        return same ? FaceState.MATCHED : FaceState.MISMATCH;
    }
}
