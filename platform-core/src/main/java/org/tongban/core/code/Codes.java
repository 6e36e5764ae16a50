package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.internal.ClientAddress;
import org.tongban.core.web.internal.Exchange;

/**
 * Sends codes and hears them (CO-25, RL-9). Every limit is counted with others that count by the same thing waiting, so
 * that as many at once get no further than one after another. Works in requests only; joins the transaction under way.
 * Thread-safe.
 */
@Singleton
public class Codes {
    /** What a target is sealed for. */
    static final String TARGET = "core.code.target";

    private static final Logger LOG = LoggerFactory.getLogger(Codes.class);
    private static final String MESSAGE = "core.otp";
    private static final int CODES = 1_000_000;
    private static final byte[] NOBODY = {};
    /** Of the codes of a day, so many are left to who names the phone itself. */
    private static final int KEPT_FOR_ITS_HOLDER = 4;

    /** So many a day are sent for a login without a captcha, for those who can use none. */
    private static final int UNSOLVED = 2;

    private final CodeRepository repository;
    private final CodePurposes purposes;
    private final CodeSettings settings;
    private final Outbox outbox;
    private final ClientAddress addresses;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SystemClock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable LocalDate> warned = new AtomicReference<>();

    Codes(
            CodeRepository repository,
            CodePurposes purposes,
            CodeSettings settings,
            Outbox outbox,
            ClientAddress addresses,
            MasterKey masterKey,
            Transactions transactions,
            SystemClock clock) {
        this.repository = repository;
        this.purposes = purposes;
        this.settings = settings;
        this.outbox = outbox;
        this.addresses = addresses;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A code under way, or none where it would have gone to nobody: its id to verify it by, and how long it is valid. */
    public record Sent(UUID id, Duration lifetime) {}

    /** What came of a try. The transaction in which it was heard has to commit, or the try was never made. */
    public sealed interface Verdict {
        /** The code was right and is used up; its proof is good for the time given. */
        record Right(String proof, Duration lifetime) implements Verdict {
            @Override
            public String toString() {
                return "Right[…]";
            }
        }

        /** The code was wrong; so many tries are left. */
        record Wrong(int left) implements Verdict {}

        /** There is no such code, or no longer. */
        record Over() implements Verdict {}
    }

    /**
     * What is wanted, and what is counted.
     *
     * @param most how many codes a day, by whatever way, the target may have had for this one to go out
     */
    private record Order(
            String purpose,
            String realm,
            @Nullable UUID session,
            byte[] targetIndex,
            byte[] loginIndex,
            byte[] addressIndex,
            int most) {}

    /**
     * Sends a code to what the caller named. {@link CodeError#CODE_LIMIT} with its end where it has been named too often;
     * what it had sent as the target of a login is not told, but nothing is sent beyond its share either.
     *
     * @param purpose one of the realm's ({@link CodePurposes})
     * @param to null sends nothing; who looks an account up uses {@link #sendToLogin}, whose limits do not tell
     * @param session the caller's sign-in, in which alone the code and its proof are good; null for who is not signed in
     */
    public Sent send(String purpose, String realm, @Nullable Target to, @Nullable UUID session) {
        var counted = to == null ? nobody(realm, UUID.randomUUID().toString()) : to.text();
        return send(order(purpose, realm, session, counted, "/" + counted, settings.perTarget()), to);
    }

    /**
     * Sends a code to the account that a login names, or does the same work where it names none (RL-10).
     * {@link CodeError#CODE_LIMIT} follows from how often the login was named; where its phone has had its share, nothing
     * is sent and nothing is said. That share is the smaller the less the caller has shown, so that strangers leave
     * something to the owner (RL-8).
     *
     * @param solved whether the caller has solved a captcha
     * @param login in its canonical spelling
     * @param to the account's phone or address; null where there is no account
     */
    public Sent sendToLogin(String purpose, String realm, String login, @Nullable Target to, boolean solved) {
        var counted = to == null ? nobody(realm, login) : to.text();
        int most = solved ? settings.perTarget() - KEPT_FOR_ITS_HOLDER : UNSOLVED;
        return send(order(purpose, realm, null, counted, realm + "/" + login, most), to);
    }

    private Order order(String purpose, String realm, @Nullable UUID session, String target, String login, int most) {
        return new Order(
                purpose,
                realm,
                session,
                index("target", target),
                index("login", login),
                index("address", ClientAddress.origin(addresses.of(Exchange.request()))),
                most);
    }

    private static String nobody(String realm, String name) {
        return "nobody:" + realm + "/" + name;
    }

    private byte[] index(String kind, String value) {
        return masterKey.blindIndex(value, "core.code." + kind + "_index");
    }

    private Sent send(Order order, @Nullable Target to) {
        var title = purposes.title(order.realm(), order.purpose())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the realm %s has no purpose %s".formatted(order.realm(), order.purpose())));
        return transactions.write(() -> {
            var now = clock.now();
            var allowed = count(order, to != null, now) ? to : null;
            return insert(order, allowed, title, now);
        });
    }

    /**
     * Whether the code may go out. A limit that follows from what the caller named is thrown; one that follows from whose
     * the target is, is not, because it would tell (RL-10).
     */
    private boolean count(Order order, boolean somebody, Instant now) {
        Stream.of(order.targetIndex(), order.loginIndex(), order.addressIndex())
                .map(index -> ByteBuffer.wrap(index).getLong())
                .distinct()
                .sorted()
                .forEach(repository::lock);
        var limits = new CodeLimits(settings, now);
        var tally = repository.tally(
                order.targetIndex(), order.loginIndex(), order.addressIndex(), limits.dayAgo(), limits.hourAgo());
        limits.address(tally).ifPresent(Codes::refuse);
        limits.login(tally).ifPresent(Codes::refuse);
        boolean goesOut = somebody && limits.target(tally, order.most()).isEmpty();
        var day = LocalDate.ofInstant(now, BusinessClock.ZONE);
        // What goes nowhere costs nothing, but ends with the day's share as the others do.
        boolean left = goesOut
                ? repository.spend(day, settings.perDay()) > 0
                : repository.spent(day).orElse(0) < settings.perDay();
        if (!left) {
            warn(day);
            refuse(Duration.between(now, day.plusDays(1).atStartOfDay(BusinessClock.ZONE)));
        }
        return goesOut;
    }

    /** Once a day and node: whoever makes the limit full goes on asking. */
    private void warn(LocalDate day) {
        if (!day.equals(warned.getAndSet(day))) {
            LOG.error("No more codes are sent on {}: platform.codes.per-day is {}", day, settings.perDay());
        }
    }

    private static void refuse(Duration wait) {
        throw DomainException.of(CodeError.CODE_LIMIT).endingAfter(wait);
    }

    private Sent insert(Order order, @Nullable Target to, Title title, Instant now) {
        var id = Ids.next();
        var code = "%06d".formatted(random.nextInt(CODES));
        var expiresAt = now.plus(settings.lifetime());
        var digest = digest(id, code);
        if (to == null) {
            // No code is right: a guess must not prove anything about nobody.
            random.nextBytes(digest);
        }
        repository.insert(
                id,
                order.purpose(),
                order.realm(),
                order.session(),
                to == null ? NOBODY : masterKey.seal(to.text(), TARGET + id).bytes(),
                order.targetIndex(),
                order.loginIndex(),
                order.addressIndex(),
                digest,
                now,
                expiresAt);
        var language = Exchange.language(Exchange.request());
        outbox.sendWhileTrue(
                MESSAGE,
                to == null ? new Recipient.Nobody() : to.recipient(),
                Map.of(
                        "code",
                        code,
                        "purpose",
                        title.in(language),
                        "minutes",
                        Long.toString(settings.lifetime().toMinutes())),
                language,
                expiresAt);
        return new Sent(id, settings.lifetime());
    }

    private byte[] digest(UUID id, String code) {
        return masterKey.blindIndex(id + "/" + code, "core.code.digest");
    }

    /**
     * Hears a code: of many right ones at once one is right, and after the last wrong one none is.
     *
     * @param session the caller's sign-in; the code of another's is none
     */
    public Verdict verify(UUID id, String code, @Nullable UUID session) {
        return transactions.write(() -> {
            var now = clock.now();
            var row = repository.attempt(id, session, settings.tries(), now);
            if (row == null) {
                return new Verdict.Over();
            }
            if (!MessageDigest.isEqual(row.digest(), digest(id, code))) {
                return new Verdict.Wrong(settings.tries() - row.tries());
            }
            var proof = RandomToken.next();
            repository.prove(id, RandomToken.hash(proof), now.plus(settings.proofLifetime()));
            return new Verdict.Right(proof, settings.proofLifetime());
        });
    }
}
