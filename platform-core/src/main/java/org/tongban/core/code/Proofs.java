package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.CodeRepository.CodeRow;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.module.Title;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Takes the proofs that right codes yield (CO-25). Thread-safe. */
@Singleton
public class Proofs {
    private static final Title REFUSED = new Title("验证凭据无效或已过期", "Not a valid proof here, or no longer one");

    private final CodeRepository repository;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SystemClock clock;

    Proofs(CodeRepository repository, MasterKey masterKey, Transactions transactions, SystemClock clock) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Uses a proof up in the transaction under way, and answers what it proves: whoever presented it holds the phone or
     * reads the mailbox. Where the transaction rolls back, the proof is as good as before. {@link CodeError#PROOF_REFUSED}
     * where there is no such proof for the purpose in the realm, and where it was begun in another session.
     *
     * @param session the caller's sign-in; null for who is not signed in
     * @param pointer where the proof stands in the request, say {@code /phoneProof}
     * @throws IllegalStateException outside a transaction
     */
    public Target consume(String proof, String purpose, String realm, @Nullable UUID session, String pointer) {
        return take(proof, purpose, realm, session).orElseThrow(() -> refused(pointer));
    }

    /** The same for what commits whether or not the proof is one: empty where it is none. */
    public Optional<Target> take(String proof, String purpose, String realm, @Nullable UUID session) {
        if (!transactions.isUnderWay()) {
            throw new IllegalStateException("a proof is used up in the transaction of what it is for");
        }
        return Optional.ofNullable(repository.consume(RandomToken.hash(proof), purpose, realm, session, clock.now()))
                .flatMap(this::target);
    }

    /** What the proof of somebody who is not signed in proves, which is not used up by this; empty where it is none. */
    public Optional<Target> target(String proof, String purpose, String realm) {
        return transactions
                .read(() -> repository.proven(RandomToken.hash(proof), purpose, realm, clock.now()))
                .flatMap(this::target);
    }

    /** What refuses a proof that is none. */
    public static DomainException refused(String pointer) {
        return DomainException.of(CodeError.PROOF_REFUSED, List.of(new Violation(pointer, "proof-refused", REFUSED)));
    }

    /** The same where the proof stands at {@code /proof}. */
    public Target consume(String proof, String purpose, String realm, @Nullable UUID session) {
        return consume(proof, purpose, realm, session, "/proof");
    }

    /** Whom a good proof, which is not used up by this, stands for: who shows the same proof again is the same. */
    public Optional<UUID> holder(String proof, String purpose) {
        return holder(proof, Set.of(purpose));
    }

    /** The same of a proof for any of these purposes. */
    public Optional<UUID> holder(String proof, Set<String> purposes) {
        var any = purposes.toArray(String[]::new);
        return transactions.read(() -> repository.holder(RandomToken.hash(proof), any, clock.now()));
    }

    private Optional<Target> target(CodeRow row) {
        return Optional.of(row.target())
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> Target.ofText(masterKey.openText(Encrypted.of(bytes), Codes.TARGET + row.id())));
    }
}
