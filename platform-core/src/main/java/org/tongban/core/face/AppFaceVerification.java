package org.tongban.core.face;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Faces are verified by an app that scans a token and gives a signed result for it. Another bean takes its place. */
@Singleton
@Secondary
class AppFaceVerification implements FaceVerification {
    static final Duration DAY = Duration.ofDays(1);

    private static final Title NOT_VERIFIED =
            new Title("人脸核验未通过、已使用或已过期", "The face is not verified, or that was used or is over");

    private final FaceRepository repository;
    private final FaceSettings settings;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SystemClock clock;

    AppFaceVerification(
            FaceRepository repository,
            FaceSettings settings,
            MasterKey masterKey,
            Transactions transactions,
            SystemClock clock) {
        this.repository = repository;
        this.settings = settings;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Started start(Owner owner, Person person) {
        return transactions.write(() -> {
            requireFewEnough(owner);
            var now = clock.now();
            var token = RandomToken.next();
            var started = new Started(Ids.next(), token, now.plus(settings.tokenLifetime()));
            repository.insert(
                    started.id(),
                    kind(owner),
                    owner.id(),
                    person.purpose(),
                    RandomToken.hash(token),
                    FaceDigest.ofName(token, person.name()),
                    FaceDigest.ofNumber(token, person.document()),
                    subject(person),
                    now,
                    started.expiresAt());
            return started;
        });
    }

    private void requireFewEnough(Owner owner) {
        repository.lock(owner.id().getLeastSignificantBits());
        var now = clock.now();
        var tally = repository.tally(owner.id(), now.minus(DAY));
        var oldest = tally.oldest();
        if (tally.started() >= settings.perDay() && oldest != null) {
            throw DomainException.of(FaceError.FACE_LIMIT)
                    .endingAfter(Duration.between(now, oldest.plus(DAY)).plusSeconds(1));
        }
    }

    @Override
    public void consume(Owner owner, UUID id, Person person, String pointer) {
        if (!transactions.isUnderWay()) {
            throw new IllegalStateException("a match is used up in the transaction of what it is for");
        }
        var since = clock.now().minus(settings.resultLifetime());
        if (repository.use(id, kind(owner), owner.id(), person.purpose(), subject(person), since) == 0) {
            throw DomainException.of(
                    FaceError.FACE_NOT_VERIFIED, List.of(new Violation(pointer, "face-not-verified", NOT_VERIFIED)));
        }
    }

    static String kind(Owner owner) {
        return switch (owner) {
            case Owner.Account account -> "account";
            case Owner.ProofHolder holder -> "proof";
        };
    }

    private byte[] subject(Person person) {
        var document = person.document();
        return masterKey.blindIndex(
                document.kind().code() + "/" + document.value() + "/" + Folding.name(person.name()),
                "core.face_verification.subject_index");
    }
}
