package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.Logins;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.signin.AttemptRepository.Tally;
import org.tongban.core.signin.WaitingLines.Turn;
import org.tongban.core.task.TaskError;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Bounds the guessing of passwords (CO-22, RL-8): an attempt takes a place before it is evaluated and is settled after,
 * so that no more guesses are evaluated in parallel than one after another. Names that do not exist are counted alike. Which
 * of the counts refuses, and why one of them does so in silence, stands in {@code docs/decisions/0008}.
 */
@Singleton
public class Attempts {
    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** An attempt that is not settled by then was lost with its node, and counts as failed. */
    private static final Duration LONGEST_EVALUATION = Duration.ofSeconds(30);

    /** How many attempts may wait in a line behind the first; the others are refused at once. */
    static final int MOST_WAITING = 32;

    /** The same behind one address, which many people may share. */
    private static final int MOST_WAITING_AT_ADDRESS = 128;

    private final AttemptRepository repository;
    private final Credentials credentials;
    private final KnownDevices devices;
    private final Visitors visitors;
    private final Transactions transactions;
    private final MasterKey masterKey;
    private final SignInSettings settings;
    private final DatabaseClock clock;
    private final WaitingLines lines = new WaitingLines();

    Attempts(
            AttemptRepository repository,
            Credentials credentials,
            KnownDevices devices,
            Visitors visitors,
            Transactions transactions,
            MasterKey masterKey,
            SignInSettings settings,
            DatabaseClock clock) {
        this.repository = repository;
        this.credentials = credentials;
        this.devices = devices;
        this.visitors = visitors;
        this.transactions = transactions;
        this.masterKey = masterKey;
        this.settings = settings;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    /**
     * An attempt that may be evaluated, with what was read in the same transaction.
     *
     * @param credential empty where there is none to compare with: it is to be evaluated all the same
     */
    public record Admitted(UUID attempt, Optional<Credential> credential) {}

    /**
     * What is guessed at.
     *
     * @param device the token of the device that guesses, if it shows one
     * @param owned whether who asks holds the account's token, and may thus be told that its guesses are used up
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Guess(
            String realm,
            String login,
            Supplier<Optional<Credential>> read,
            @Nullable String device,
            boolean owned,
            String network,
            byte[] index) {}

    private sealed interface Place {
        /** The attempt may go on. */
        record Taken(Admitted admitted) implements Place {}

        /** As many attempts as are left are being decided just now; the turn says in which line to wait for one. */
        record Busy(Turn turn) implements Place {}

        /** No attempt is left for a while. */
        record None(Duration time) implements Place {}
    }

    /**
     * Takes a place for a sign-in by a name as typed, in one short transaction, which is over on return.
     * {@link AccountError#SIGN_IN_REFUSED} after five failures in 15 minutes.
     */
    public Admitted admit(String realm, String login, @Nullable String device) {
        return admit(realm, login, device, visitors.present());
    }

    Admitted admit(String realm, String login, @Nullable String device, Visitor visitor) {
        var canonical = Logins.canonical(login);
        return admit(new Guess(
                realm,
                canonical,
                () -> credentials.find(realm, login),
                device,
                false,
                visitor.network(),
                index(realm, canonical)));
    }

    /** The same for the account itself, which is signed in and types its password again. */
    public Admitted admitOwner(Credential account) {
        return admit(new Guess(
                account.realm(),
                account.login(),
                () -> credentials.find(account.account()),
                null,
                true,
                visitors.present().network(),
                index(account.realm(), account.login())));
    }

    private byte[] index(String realm, String login) {
        return masterKey.blindIndex(realm + "/" + login, "core.sign_in_attempt.login_index");
    }

    private Admitted admit(Guess guess) {
        Supplier<Place> attempt = () -> transactions.write(() -> place(guess));
        // Where others wait already, the newcomer goes behind them.
        var turn = turn(guess);
        var place = lines.isTaken(turn) ? new Place.Busy(turn) : attempt.get();
        var settled = place instanceof Place.Busy busy
                ? lines.<Place>wait(busy.turn(), attempt, Place.Busy.class::isInstance, busy)
                : place;
        return switch (settled) {
            case Place.Taken(var admitted) -> admitted;
            case Place.None(var time) ->
                throw DomainException.of(AccountError.SIGN_IN_REFUSED).endingAfter(time);
            case Place.Busy ignored -> throw DomainException.of(TaskError.OVERLOADED);
        };
    }

    /** Who shows a device of its own does not wait behind those who show none. */
    private static Turn turn(Guess guess) {
        return Turn.of(guess.device() == null ? guess.index() : RandomToken.hash(guess.device()), MOST_WAITING);
    }

    /** Evaluates an admitted attempt; one that could not be evaluated gives its place back and counts for nothing. */
    public <T> T evaluate(UUID attempt, Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException unevaluated) {
            transactions.write(() -> repository.withdraw(attempt));
            throw unevaluated;
        }
    }

    /** Records how an attempt ended; joins the transaction under way. */
    public void settle(UUID attempt, Outcome outcome) {
        repository.settle(
                attempt,
                switch (outcome) {
                    case SUCCEEDED -> "succeeded";
                    case FAILED -> "failed";
                });
    }

    private Place place(Guess guess) {
        var credential = guess.read().get();
        var device = credential.flatMap(found -> devices.find(found.account(), guess.device()));
        if (device.isPresent()) {
            return placeOfDevice(guess, credential, device.get());
        }
        return placeOfStranger(guess, credential);
    }

    private Place placeOfDevice(Guess guess, Optional<Credential> credential, UUID device) {
        lock(device.getMostSignificantBits(), device.getMostSignificantBits(), device.getLeastSignificantBits());
        var now = clock.now();
        var tally = repository.tallyOfDevice(device, now.minus(WINDOW), now.minus(LONGEST_EVALUATION));
        if (tally.nameFailed() >= LIMIT) {
            return none(now, tally.nameOldest());
        }
        return tally.nameFailed() + tally.namePending() >= LIMIT
                ? new Place.Busy(turn(guess))
                : taken(guess, credential, device, now);
    }

    private Place placeOfStranger(Guess guess, Optional<Credential> credential) {
        // Where there is no account, one that nobody has: the work is the same (RL-10).
        var account = credential.map(Credential::account).orElseGet(UUID::randomUUID);
        var known = devices.holdsAddress(account, guess.network());
        var addressId = addressId(account, guess.network());
        var network = masterKey.blindIndex(guess.network(), "core.sign_in_attempt.network");
        lock(number(guess.index()), account.getLeastSignificantBits(), number(network));
        var now = clock.now();
        var tally = repository.tally(
                guess.realm(),
                guess.index(),
                account,
                guess.network(),
                addressId,
                now.minus(WINDOW),
                now.minus(LONGEST_EVALUATION));
        // Strangers have used up theirs; who comes from an address of the account has as many of his own.
        var spared = known && isFull(tally) && tally.ownFailed() < LIMIT;
        if (!spared && tally.nameFailed() >= LIMIT) {
            return none(now, tally.nameOldest());
        }
        if (tally.networkFailed() >= settings.failuresPerAddress()) {
            return none(now, tally.networkOldest());
        }
        if (!spared && tally.accountFailed() >= LIMIT) {
            return guess.owned() ? none(now, tally.accountOldest()) : taken(guess, Optional.empty(), null, now);
        }
        if (tally.networkFailed() + tally.networkPending() >= settings.failuresPerAddress()) {
            return new Place.Busy(Turn.of(network, MOST_WAITING_AT_ADDRESS));
        }
        var busy = spared ? tally.ownFailed() + tally.ownPending() >= LIMIT : isBusy(tally);
        return busy ? new Place.Busy(turn(guess)) : taken(guess, credential, spared ? addressId : null, now);
    }

    /** Stands where a device's id does: what goes on from there takes nothing back from strangers, nor adds to theirs. */
    private UUID addressId(UUID account, String network) {
        return UUID.nameUUIDFromBytes(masterKey.blindIndex(account + "/" + network, "core.sign_in_attempt.device_id"));
    }

    private static boolean isFull(Tally tally) {
        return tally.nameFailed() >= LIMIT || tally.accountFailed() >= LIMIT;
    }

    private static boolean isBusy(Tally tally) {
        return tally.nameFailed() + tally.namePending() >= LIMIT
                || tally.accountFailed() + tally.accountPending() >= LIMIT;
    }

    private Place taken(Guess guess, Optional<Credential> credential, @Nullable UUID device, Instant now) {
        var id = Ids.next();
        var account = credential.map(Credential::account).orElse(null);
        repository.insert(id, guess.realm(), guess.index(), account, device, guess.network(), now);
        return new Place.Taken(new Admitted(id, credential));
    }

    private static Place none(Instant now, @Nullable Instant oldest) {
        return new Place.None(Duration.between(now, (oldest == null ? now : oldest).plus(WINDOW)));
    }

    /** In one order for all, so that no two attempts wait for each other. */
    private void lock(long... numbers) {
        var ordered = LongStream.of(numbers).sorted().toArray();
        repository.lock(ordered[0], ordered[1], ordered[2]);
    }

    private static long number(byte[] index) {
        return ByteBuffer.wrap(index).getLong();
    }
}
