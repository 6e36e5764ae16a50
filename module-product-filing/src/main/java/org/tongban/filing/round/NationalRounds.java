package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/**
 * What is decided for a whole round is for staff of the whole country (PF-50). A round is known by its year, which its routes
 * take as text, so that what is no year is not found either.
 */
@Singleton
public class NationalRounds implements Ownership {
    private final Rounds rounds;

    NationalRounds(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> version(Caller caller, String key, boolean lock) {
        if (!caller.reaches(null) || !key.matches("20[0-9]{2}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(key);
        // What nobody may begin has no row to hold fast, and is refused by what was to begin it.
        return Optional.of((lock && rounds.wrong(year).isEmpty() ? rounds.lock(year) : rounds.of(year)).version());
    }
}
