package org.tongban.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two loads in turn, A B A B, so that what disturbs the machine disturbs both; the medians of the rounds are compared. */
public final class Duel {
    private Duel() {}

    /**
     * How a duel is fought.
     *
     * @param warmUp of each before the first round
     * @param round of each
     */
    public record Rules(int clients, Duration warmUp, Duration round, int rounds) {
        public Rules clients(int other) {
            return new Rules(other, warmUp, round, rounds);
        }
    }

    /** The outcomes of the measured and of the reference. */
    public record Result(List<Load.Outcome> measured, List<Load.Outcome> reference) {
        public double throughput() {
            return median(measured, Load.Outcome::perSecond);
        }

        public double referenceThroughput() {
            return median(reference, Load.Outcome::perSecond);
        }

        public double ratio() {
            return throughput() / referenceThroughput();
        }

        public double millis(double percentile) {
            return median(measured, outcome -> outcome.millis(percentile));
        }

        public double referenceMillis(double percentile) {
            return median(reference, outcome -> outcome.millis(percentile));
        }

        private static double median(List<Load.Outcome> outcomes, ToDoubleFunction<Load.Outcome> value) {
            return Statistics.median(
                    outcomes.stream().mapToDouble(value).boxed().toList());
        }
    }

    /** Runs both. */
    public static Result run(Client.Factory measured, Client.Factory reference, Rules rules) {
        Load.run(measured, rules.clients(), rules.warmUp());
        Load.run(reference, rules.clients(), rules.warmUp());
        var first = new ArrayList<Load.Outcome>();
        var second = new ArrayList<Load.Outcome>();
        for (int round = 0; round < rules.rounds(); round++) {
            first.add(Load.run(measured, rules.clients(), rules.round()));
            second.add(Load.run(reference, rules.clients(), rules.round()));
        }
        return new Result(List.copyOf(first), List.copyOf(second));
    }

    /** Medians and percentiles of few values. */
    public static final class Statistics {
        private Statistics() {}

        /** The value in the middle, of an even number the mean of the two there. */
        public static double median(List<Double> values) {
            var sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        /** The smallest value that so many of a hundred do not exceed. */
        public static double percentile(List<Double> values, double percent) {
            var sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
            int place = (int) Math.ceil(sorted.size() * percent / 100) - 1;
            return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
        }
    }
}
