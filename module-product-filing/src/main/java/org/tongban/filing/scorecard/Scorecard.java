package org.tongban.filing.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A version of a round's scorecard, which is never changed (PF-50).
 *
 * @param version counted from 1 in its round
 * @param passMark the score, 0 to 100, that a product needs beside all hard criteria
 */
public record Scorecard(
        UUID id,
        int year,
        int version,
        String title,
        List<Criterion> criteria,
        BigDecimal passMark,
        UUID createdBy,
        Instant createdAt) {
    private static final BigDecimal WHOLE = new BigDecimal("100.00");

    public Scorecard {
        criteria = List.copyOf(criteria);
    }

    /** The values that its criteria need. */
    public Set<Source> sources() {
        var sources = EnumSet.noneOf(Source.class);
        criteria.forEach(criterion -> sources.addAll(criterion.sources()));
        return sources;
    }

    /**
     * Measures a product: the same facts give the same result at any time. The score is the weight of the soft criteria that
     * are met in per cent of those that are for the product, rounded half up to two places; 100 where none is.
     */
    public Result measure(Facts facts) {
        var missed = new ArrayList<Integer>();
        var hardMissed = false;
        var weight = BigDecimal.ZERO;
        var reached = BigDecimal.ZERO;
        for (int i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            if (!criterion.isFor(facts.industry(), facts.category())) {
                continue;
            }
            var met = criterion.isMet(facts.inputs());
            if (!met) {
                missed.add(i);
            }
            if (criterion.hard()) {
                hardMissed |= !met;
            } else {
                weight = weight.add(criterion.weight());
                reached = met ? reached.add(criterion.weight()) : reached;
            }
        }
        var score = weight.signum() == 0 ? WHOLE : reached.multiply(WHOLE).divide(weight, 2, RoundingMode.HALF_UP);
        return new Result(!hardMissed && score.compareTo(passMark) >= 0, score, List.copyOf(missed));
    }

    /**
     * What came of it.
     *
     * @param score 0.00 to 100.00
     * @param missed the places of the criteria that it missed, hard and soft
     */
    public record Result(boolean met, BigDecimal score, List<Integer> missed) {}
}
