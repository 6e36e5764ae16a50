package org.tongban.filing.statistic;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which counts of a column the public may see, where the sum of the column is known (PF-72). Those under {@link #LEAST} are
 * hidden. Where the sum would tell them all the same, the least of the others is hidden with them, and what is as great as
 * that: where one is hidden alone, or all are as great as hidden ones can be. That all are nought may be seen: it says
 * nothing of any product.
 */
final class SmallCounts {
    /** The least count that is shown. */
    static final int LEAST = 3;

    private SmallCounts() {}

    /** The places of those that are hidden. */
    static Set<Integer> hidden(List<Long> counts) {
        var hidden = new HashSet<Integer>();
        IntStream.range(0, counts.size()).filter(at -> counts.get(at) < LEAST).forEach(hidden::add);
        if (areTold(hidden, counts)) {
            // All that are alike, whatever their places: nothing then tells which of the hidden ones is which.
            counts.stream()
                    .filter(count -> count >= LEAST)
                    .min(Long::compare)
                    .ifPresent(least -> IntStream.range(0, counts.size())
                            .filter(at -> counts.get(at).equals(least))
                            .forEach(hidden::add));
        }
        return hidden;
    }

    private static boolean areTold(Set<Integer> hidden, List<Long> counts) {
        return hidden.size() == 1 || !hidden.isEmpty() && hidden.stream().allMatch(at -> counts.get(at) == LEAST - 1);
    }
}
