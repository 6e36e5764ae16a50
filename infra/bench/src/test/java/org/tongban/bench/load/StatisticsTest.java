package org.tongban.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongban.bench.load.Duel.Statistics;

class StatisticsTest {
    @Test
    void takes_the_value_in_the_middle() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4.0);
        assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(5.0);
    }

    @Test
    void takes_the_value_that_so_many_do_not_exceed() {
        var hundred =
                IntStream.rangeClosed(1, 100).mapToObj(value -> (double) value).toList();

        assertThat(Statistics.percentile(hundred, 95)).isEqualTo(95.0);
        assertThat(Statistics.percentile(hundred, 100)).isEqualTo(100.0);
        assertThat(Statistics.percentile(List.of(7.0), 95)).isEqualTo(7.0);
    }
}
