package org.tongban.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long work that failed waits (CO-41, CO-50, CO-51). */
@Tag("CO-50")
class BackoffTest {
    @Test
    void doubles_up_to_the_longest_wait_and_gives_up_after_the_last_try() {
        var backoff = Backoff.doubling(Duration.ofSeconds(2), Duration.ofSeconds(10), 6);
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(backoff::after)
                        .map(wait -> wait.orElseThrow().toSeconds()))
                .containsExactly(2L, 4L, 8L, 10L, 10L);
        assertThat(backoff.after(6)).isEmpty();
    }

    @Test
    void waits_no_longer_than_the_longest_from_the_first_on() {
        assertThat(Backoff.doubling(Duration.ofMinutes(5), Duration.ofSeconds(1), 2)
                        .after(1))
                .contains(Duration.ofSeconds(1));
    }

    @Test
    void gives_up_at_once_where_there_is_one_try() {
        assertThat(Backoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(1), 1)
                        .after(1))
                .isEmpty();
    }
}
