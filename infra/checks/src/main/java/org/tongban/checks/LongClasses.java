package org.tongban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A source over 300 lines stands with its reason in a list, and the list holds no other. */
final class LongClasses {
    static final int LIMIT = 300;

    private LongClasses() {}

    /** Takes lines of a path, a colon and the reason; those that begin with # say what the list is. */
    static List<String> violations(List<SourceFile> sources, SourceFile list) {
        var reasons = reasons(list);
        var violations = new ArrayList<String>();
        for (var source : sources) {
            var length = source.lines().size();
            if (!source.isJava() || length <= LIMIT) {
                continue;
            }
            var reason = reasons.remove(source.path());
            if (reason == null || reason.isBlank()) {
                violations.add(
                        "%s: %d lines, and no reason for it in %s".formatted(source.path(), length, list.path()));
            }
        }
        reasons.keySet().forEach(path -> violations.add(list.path() + ": " + path + " is not that long"));
        return violations;
    }

    private static Map<String, String> reasons(SourceFile list) {
        var reasons = new TreeMap<String, String>();
        for (var line : list.lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var colon = line.indexOf(':');
                reasons.put(
                        colon < 0 ? line : line.substring(0, colon).strip(),
                        colon < 0 ? "" : line.substring(colon + 1));
            }
        }
        return reasons;
    }
}
