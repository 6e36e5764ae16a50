package org.tongban.core.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.CodeRepository.Tally;

/** How long one has to wait for the next code, where a limit is reached (CO-25). */
record CodeLimits(CodeSettings settings, Instant now) {
    static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    Instant dayAgo() {
        return now.minus(DAY);
    }

    Instant hourAgo() {
        return now.minus(HOUR);
    }

    Optional<Duration> address(Tally tally) {
        return full(tally.address(), settings.perAddress(), tally.addressOldest(), HOUR);
    }

    Optional<Duration> target(Tally tally, int most) {
        return often(tally.target(), most, tally.targetOldest(), tally.targetNewest());
    }

    Optional<Duration> login(Tally tally) {
        return often(tally.login(), settings.perTarget(), tally.loginOldest(), tally.loginNewest());
    }

    private Optional<Duration> often(long sent, int most, @Nullable Instant oldest, @Nullable Instant newest) {
        return full(sent, most, oldest, DAY).or(() -> full(1, 1, newest, settings.pause()));
    }

    /** Where so many were sent, the oldest has to be so old before there is room for another. */
    private Optional<Duration> full(long sent, int most, @Nullable Instant oldest, Duration age) {
        return Optional.ofNullable(oldest)
                .filter(ignored -> sent >= most)
                .map(moment -> Duration.between(now, moment.plus(age)))
                .filter(Duration::isPositive);
    }
}
