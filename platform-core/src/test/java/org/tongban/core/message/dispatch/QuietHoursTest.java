package org.tongban.core.message.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CO-43")
class QuietHoursTest {
    private static final QuietHours NIGHT = QuietHours.of("21:00", "08:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:59:59Z, false",
        "2026-11-20T13:00:00Z, true",
        "2026-11-20T15:59:59Z, true",
        "2026-11-20T16:00:00Z, true",
        "2026-11-20T23:59:59Z, true",
        "2026-11-21T00:00:00Z, false"
    })
    void last_from_nine_in_the_evening_to_eight_in_the_morning_in_shanghai(Instant moment, boolean quiet) {
        assertThat(NIGHT.holds(moment)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T13:00:00Z, 2026-11-21T00:00:00Z",
        "2026-11-20T16:30:00Z, 2026-11-21T00:00:00Z",
        "2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z"
    })
    void end_at_eight_of_the_coming_morning(Instant moment, Instant end) {
        assertThat(NIGHT.end(moment)).isEqualTo(end);
    }

    @Test
    void are_none_where_both_ends_are_the_same() {
        var none = QuietHours.of("00:00", "00:00");
        assertThat(none.holds(Instant.parse("2026-11-20T16:00:00Z"))).isFalse();
        assertThat(none.nextDay(Instant.parse("2026-11-20T02:00:00Z"))).isEqualTo("2026-11-20T16:00:00Z");
    }

    @Test
    void the_next_days_messages_go_out_in_its_morning() {
        assertThat(NIGHT.nextDay(Instant.parse("2026-11-20T02:00:00Z"))).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(QuietHours.of("01:00", "05:00").holds(Instant.parse("2026-11-20T18:00:00Z")))
                .isTrue();
    }
}
