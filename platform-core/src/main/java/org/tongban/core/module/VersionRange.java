package org.tongban.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of versions in Maven's syntax, {@code [0.1,0.2)} or {@code [1,2),[3,4)} (CO-1). Versions are numbers with full
 * stops; qualifiers are refused, since {@code [0.1,0.2)} would hold {@code 0.2.0-SNAPSHOT}.
 */
public record VersionRange(String text, List<Interval> intervals) {
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([^,\\[\\]()]*)(,?)([^,\\[\\]()]*)([\\])])");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    /** Everything between two versions; a bound that is null is open to that side. */
    public record Interval(
            @Nullable String low, boolean lowIn, @Nullable String high, boolean highIn) {
        /** Whether no version can lie in it. */
        boolean isEmpty() {
            if (low == null || high == null) {
                return false;
            }
            int compared = compare(low, high);
            return compared > 0 || (compared == 0 && !(lowIn && highIn));
        }
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException where the text is not one, with the reason
     */
    public static VersionRange parse(String text) {
        var intervals = new ArrayList<Interval>();
        var found = INTERVAL.matcher(text.strip());
        int end = 0;
        while (found.find()) {
            var between = text.strip().substring(end, found.start());
            if (!between.equals(intervals.isEmpty() ? "" : ",")) {
                throw wrong(text);
            }
            intervals.add(
                    interval(text, found.group(1), found.group(2), found.group(3), found.group(4), found.group(5)));
            end = found.end();
        }
        if (intervals.isEmpty() || end != text.strip().length()) {
            throw wrong(text);
        }
        return new VersionRange(text.strip(), List.copyOf(intervals));
    }

    private static Interval interval(String text, String open, String low, String comma, String high, String close) {
        if (comma.isEmpty()) {
            if (!open.equals("[") || !close.equals("]")) {
                throw wrong(text);
            }
            return new Interval(version(low), true, version(low), true);
        }
        var interval = new Interval(
                low.isBlank() ? null : version(low),
                open.equals("["),
                high.isBlank() ? null : version(high),
                close.equals("]"));
        if (interval.isEmpty()) {
            throw wrong(text);
        }
        return interval;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("“%s” is not a version range such as [0.1,0.2)".formatted(text));
    }

    /** Checks that a text is a version of digits and full stops. */
    static String version(String text) {
        if (!VERSION.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("“%s” is not a version of digits and full stops".formatted(text));
        }
        return text.strip();
    }

    /** Whether a version lies in the range. */
    public boolean holds(String version) {
        return intervals.stream().anyMatch(interval -> holds(interval, version(version)));
    }

    private static boolean holds(Interval interval, String version) {
        if (interval.low() != null) {
            int compared = compare(version, interval.low());
            if (compared < 0 || (compared == 0 && !interval.lowIn())) {
                return false;
            }
        }
        if (interval.high() != null) {
            int compared = compare(version, interval.high());
            return compared < 0 || (compared == 0 && interval.highIn());
        }
        return true;
    }

    /** Compares two versions number by number; missing numbers are 0. */
    static int compare(String left, String right) {
        var a = left.split("\\.", -1);
        var b = right.split("\\.", -1);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int compared = Integer.compare(
                    i < a.length ? Integer.parseInt(a[i]) : 0, i < b.length ? Integer.parseInt(b[i]) : 0);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
