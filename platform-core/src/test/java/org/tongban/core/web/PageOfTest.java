package org.tongban.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a page says how many there are (CO-11). */
@Tag("CO-11")
class PageOfTest {
    private static final PageOf<String> PAGE = new PageOf<>(List.of("a"), "next", null);

    @Test
    void counts_exactly_up_to_ten_thousand() {
        var counted = PAGE.counted(true, most -> Math.min(most, 10_000));
        assertThat(counted.total()).isEqualTo(10_000);
        assertThat(counted.totalAtLeast()).isNull();
        assertThat(counted.nextCursor()).isEqualTo("next");
    }

    @Test
    void says_at_least_ten_thousand_beyond() {
        var counted = PAGE.counted(true, most -> Math.min(most, 1_000_000));
        assertThat(counted.total()).isNull();
        assertThat(counted.totalAtLeast()).isEqualTo(10_000);
    }

    @Test
    void asks_nobody_where_no_count_is_wanted() {
        assertThat(PAGE.counted(false, most -> {
                    throw new IllegalStateException("counted");
                }))
                .isSameAs(PAGE);
    }
}
