package org.tongban.core.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * How one signature differs from another.
 *
 * @param broken what a module built before may fail at: lines that are gone, and duties that are new
 * @param added other new lines
 */
record SpiChange(List<String> broken, List<String> added) {
    /** Stands in the file instead of a version until the first release. */
    static final String NO_RELEASE = "no release";

    /** Compares two signatures line by line; a method without a body in an interface is a duty of who implements it. */
    static SpiChange between(List<String> before, List<String> after) {
        var old = new HashSet<>(before);
        var present = new HashSet<>(after);
        var broken = new ArrayList<String>();
        before.stream().filter(line -> !present.contains(line)).forEach(line -> broken.add("- " + line.strip()));
        var known = before.stream().filter(line -> line.startsWith("type ")).toList();
        var added = new ArrayList<String>();
        var type = "";
        for (var line : after) {
            if (line.startsWith("type ")) {
                type = line;
            }
            if (!old.contains(line)) {
                var duty = line.contains(" abstract ") && type.contains(" interface ") && known.contains(type);
                (duty ? broken : added).add("+ " + line.strip());
            }
        }
        return new SpiChange(List.copyOf(broken), List.copyOf(added));
    }

    boolean isNone() {
        return broken.isEmpty() && added.isEmpty();
    }

    /**
     * Whether a version may break what an older one promised: its major is higher, or before 1.0 its minor (CO-8). What
     * no release has promised yet may change.
     */
    static boolean mayBreak(String before, String now) {
        if (before.equals(NO_RELEASE)) {
            return true;
        }
        var old = numbers(before);
        var present = numbers(now);
        return present[0] != old[0] ? present[0] > old[0] : present[0] == 0 && present[1] > old[1];
    }

    private static int[] numbers(String version) {
        var parts = version.split("\\.", -1);
        return new int[] {Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0};
    }
}
