package org.tongban.filing.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be seen of small counts, and what may be reckoned from it (PF-72). */
@Tag("PF-72")
class SmallCountsTest {
    private static final int PLACES = 5;
    private static final long MOST = 6;

    @Test
    void counts_under_three_are_hidden_and_others_are_not() {
        assertThat(SmallCounts.hidden(List.of(0L, 3L, 2L, 10L))).containsExactlyInAnyOrder(0, 2);
        assertThat(SmallCounts.hidden(List.of(3L, 4L, 5L))).isEmpty();
        assertThat(SmallCounts.hidden(List.of())).isEmpty();
    }

    @Test
    void one_that_would_be_hidden_alone_takes_the_next_smallest_with_it() {
        assertThat(SmallCounts.hidden(List.of(90L, 2L, 7L, 8L))).containsExactlyInAnyOrder(1, 2);
        assertThat(SmallCounts.hidden(List.of(90L, 0L, 7L, 8L))).containsExactlyInAnyOrder(1, 2);
        assertThat(SmallCounts.hidden(List.of(7L, 0L, 7L, 8L))).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void those_that_are_all_as_great_as_hidden_ones_can_be_take_the_next_smallest_with_them() {
        assertThat(SmallCounts.hidden(List.of(2L, 2L, 7L, 8L))).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(SmallCounts.hidden(List.of(1L, 2L, 7L, 8L))).containsExactlyInAnyOrder(0, 1);
    }

    /** Whoever knows the sum, the counts that are shown, and how it is chosen what is hidden, tries all columns there can be. */
    @Test
    void no_hidden_count_follows_from_the_sum_unless_all_are_hidden_or_nought() {
        var worlds = new HashMap<String, List<List<Long>>>();
        for (var column : columns(PLACES)) {
            worlds.computeIfAbsent(seen(column), key -> new ArrayList<>()).add(column);
        }
        var told = new ArrayList<List<Long>>();
        for (var alike : worlds.values()) {
            told.addAll(told(alike));
        }
        assertThat(told).isEmpty();
    }

    private static Set<List<Long>> told(List<List<Long>> alike) {
        var told = new HashSet<List<Long>>();
        for (var column : alike) {
            var hidden = SmallCounts.hidden(column);
            long sum = hidden.stream().mapToLong(column::get).sum();
            if (hidden.size() == PLACES || sum == 0) {
                continue;
            }
            for (var at : hidden) {
                if (alike.stream().map(other -> other.get(at)).distinct().count() == 1) {
                    told.add(column);
                }
            }
        }
        return told;
    }

    private static String seen(List<Long> column) {
        var hidden = SmallCounts.hidden(column);
        Map<Integer, Long> shown = new HashMap<>();
        for (int at = 0; at < column.size(); at++) {
            if (!hidden.contains(at)) {
                shown.put(at, column.get(at));
            }
        }
        return shown + " of " + column.stream().mapToLong(Long::longValue).sum();
    }

    private static List<List<Long>> columns(int places) {
        if (places == 0) {
            return List.of(List.of());
        }
        var longer = new ArrayList<List<Long>>();
        for (var column : columns(places - 1)) {
            for (long count = 0; count <= MOST; count++) {
                var one = new ArrayList<>(column);
                one.add(count);
                longer.add(one);
            }
        }
        return longer;
    }
}
