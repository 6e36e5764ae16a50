package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.signin.DeviceRepository.DeviceRow;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.internal.ClientAddress;

/**
 * The devices and addresses that accounts have signed in from (CO-22). A device holds a token of 256 random bits, which says
 * nothing and opens nothing, but lets its own guesses be counted apart from those of strangers. Joins the transaction under
 * way.
 */
@Singleton
public class KnownDevices {
    /** Clients that keep no token would otherwise be remembered at each sign-in. */
    private static final int MOST = 20;

    /** How long a sign-in speaks for the address it came from, and how many of them are looked at. */
    private static final Duration ADDRESS_KNOWN = Duration.ofDays(30);

    private static final int MOST_SIGN_INS = 100;

    private final DeviceRepository repository;
    private final SessionRepository sessions;
    private final DatabaseClock clock;

    KnownDevices(DeviceRepository repository, SessionRepository sessions, DatabaseClock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The device's id, if the account knows it. */
    Optional<UUID> find(UUID account, @Nullable String token) {
        return token == null
                ? Optional.empty()
                : repository.find(RandomToken.hash(token), account).map(DeviceRow::id);
    }

    /** Marks the device that has just signed in; answers the token it is to show from now on. */
    String mark(UUID account, @Nullable String token) {
        if (token != null && repository.touch(RandomToken.hash(token), account, clock.now()) > 0) {
            return token;
        }
        var fresh = RandomToken.next();
        repository.insert(Ids.next(), account, RandomToken.hash(fresh), clock.now(), MOST - 1);
        return fresh;
    }

    /**
     * Whether the account has signed in from there lately.
     *
     * @param network as {@link Visitor#network} has it
     */
    boolean holdsAddress(UUID account, String network) {
        return sessions.addresses(account, clock.now().minus(ADDRESS_KNOWN), MOST_SIGN_INS).stream()
                .anyMatch(address -> ClientAddress.origin(address).equals(network));
    }

    /** Forgets all devices and addresses of an account: any of them may be the thief's. */
    public void forget(UUID account) {
        repository.forget(account);
        sessions.forgetAddresses(account);
    }
}
