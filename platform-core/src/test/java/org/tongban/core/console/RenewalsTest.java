package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.signin.SessionTokens;
import org.tongban.core.time.SystemClock;

/** A session is renewed once for all requests of a moment. */
@Tag("CO-47b")
@Tag("CO-22")
class RenewalsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T02:00:00Z"));
    private final AtomicInteger made = new AtomicInteger();
    private final Renewals renewals = new Renewals(new SettableClock(now));

    private static final class SettableClock extends SystemClock {
        SettableClock(AtomicReference<Instant> now) {
            super(now::get);
        }
    }

    private Optional<SessionTokens> tokens() {
        var number = made.incrementAndGet();
        return Optional.of(
                new SessionTokens("access" + number, "Bearer", 900, "refresh" + number, false, List.of(), null));
    }

    @Test
    void the_same_token_brings_the_same_session_for_a_moment_and_is_used_up_after_that() {
        var first = renewals.once("token", this::tokens);
        assertThat(renewals.once("token", this::tokens)).isEqualTo(first);
        assertThat(renewals.once("another", this::tokens)).isNotEqualTo(first);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(21)));
        assertThat(renewals.once("token", Optional::empty)).isEmpty();
        assertThat(made).hasValue(2);
    }

    @Test
    void a_renewal_that_failed_is_tried_again() {
        assertThatThrownBy(() -> renewals.once("token", () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(renewals.once("token", this::tokens)).isPresent();
    }
}
