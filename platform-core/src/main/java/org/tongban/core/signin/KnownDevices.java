package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.signin.DeviceRepository.DeviceRow;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;

/**
 * The devices that accounts have signed in from (CO-22): each holds a token of 256 random bits, which says nothing and opens
 * nothing, but lets its own guesses be counted apart from those of strangers. Joins the transaction under way.
 */
@Singleton
public class KnownDevices {
    /** Clients that keep no token would otherwise be remembered at each sign-in. */
    private static final int MOST = 20;

    private final DeviceRepository repository;
    private final DatabaseClock clock;

    KnownDevices(DeviceRepository repository, DatabaseClock clock) {
        this.repository = repository;
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

    /** Forgets all devices of an account: any of them may be the thief's. */
    public void forget(UUID account) {
        repository.forget(account);
    }
}
