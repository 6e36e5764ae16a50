package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A round is nobody's own, and known by its year: whoever may change rounds may change each. */
@Singleton
class RoundOwnership implements Ownership {
    private final Rounds rounds;

    RoundOwnership(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> version(Caller caller, String key, boolean lock) {
        if (!key.matches("20[0-9]{2}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(key);
        return Optional.of((lock ? rounds.lock(year) : rounds.of(year)).version());
    }
}
