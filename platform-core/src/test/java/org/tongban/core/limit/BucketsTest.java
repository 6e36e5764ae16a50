package org.tongban.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-84")
class BucketsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Buckets buckets = new Buckets(60, 100);

    private int taken(String key, long now, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (buckets.take(key, now).isZero()) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void holds_a_minutes_requests_and_fills_evenly() {
        assertThat(taken("a", 0, 100)).isEqualTo(60);
        assertThat(taken("a", SECOND - 1, 10)).isZero();
        assertThat(taken("a", SECOND, 10)).isEqualTo(1);
        assertThat(taken("a", 11 * SECOND, 100)).isEqualTo(10);
        assertThat(taken("a", 100 * SECOND, 100)).isEqualTo(60);
    }

    @Test
    void says_how_long_it_is_until_there_is_one_again() {
        taken("a", 0, 60);
        assertThat(buckets.take("a", 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(buckets.take("a", SECOND / 4)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void keeps_the_buckets_of_keys_apart() {
        assertThat(taken("a", 0, 100)).isEqualTo(60);
        assertThat(taken("b", 0, 100)).isEqualTo(60);
    }

    @Test
    void tells_no_more_keys_apart_than_it_may_and_counts_the_others_together() {
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.take("key" + i, 0)).isZero();
        }
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("another" + i, 0)).isZero();
        }
        assertThat(buckets.take("one more", 0)).isPositive();
        assertThat(taken("key7", 0, 100)).as("a key that is known").isEqualTo(59);
        assertThat(buckets.size()).isEqualTo(101);
    }

    @Test
    void forgets_the_keys_whose_buckets_are_full_again() {
        var many = new Buckets(60, 1_000_000);
        for (int i = 0; i < 20_000; i++) {
            many.take("key" + i, 0);
        }
        taken("a", 0, 60);
        many.take("late", 10 * SECOND);
        assertThat(many.size()).isEqualTo(1);
    }
}
