package org.tongban.bench;

import java.util.Locale;
import org.tongban.bench.load.Duel;

/** A line of the page: what was measured, beside its reference and what it must reach. */
public record Figure(String what, String measured, String reference, String ratio, String target, Verdict verdict) {
    /** Whether the target was reached. */
    public enum Verdict {
        MET("met"),
        SHORT("**short**"),
        /** Printed beside another figure, and not judged. */
        BESIDE("–");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Throughput, which must reach a part of the reference's. */
    public static Figure throughput(String what, Duel.Result result, String unit, double target) {
        return new Figure(
                what,
                number(result.throughput()) + " " + unit,
                number(result.referenceThroughput()) + " " + unit,
                ratio(result.ratio()),
                "≥ " + target,
                result.ratio() >= target ? Verdict.MET : Verdict.SHORT);
    }

    /** A duration or a size, which may be at most a multiple of the reference's. */
    public static Figure atMost(String what, double measured, double reference, String unit, double target) {
        double ratio = measured / reference;
        return new Figure(
                what,
                number(measured) + " " + unit,
                number(reference) + " " + unit,
                ratio(ratio),
                "≤ " + target,
                ratio <= target ? Verdict.MET : Verdict.SHORT);
    }

    /** What is told beside. */
    public static Figure beside(String what, String measured, String reference, String ratio) {
        return new Figure(what, measured, reference, ratio, "", Verdict.BESIDE);
    }

    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    public static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : value >= 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
