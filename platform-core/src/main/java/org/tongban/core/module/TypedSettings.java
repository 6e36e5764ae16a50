package org.tongban.core.module;

import io.micronaut.core.value.PropertyResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks that settings can be read for what they are (CO-81): the framework takes its default in silence, or fails late. */
final class TypedSettings {
    private TypedSettings() {}

    /**
     * Reads them all.
     *
     * @throws StartRefused with every property that cannot be read
     */
    static void check(PropertyResolver values, List<Setting> settings) {
        var faults = new ArrayList<String>();
        for (var setting : settings) {
            names(values, setting)
                    .forEach(name -> values.getProperty(name, String.class)
                            .filter(value -> !setting.kind().accepts(value))
                            .ifPresent(value -> faults.add("The property %s cannot be “%s”: it is a %s"
                                    .formatted(
                                            name, value, setting.kind().words().replace("`", "")))));
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join("; ", faults) + ".");
        }
    }

    /** The names under which values may lie: one, or one for each word that somebody put into the free part. */
    private static Stream<String> names(PropertyResolver values, Setting setting) {
        var around = setting.aroundFreePart();
        if (around.isEmpty()) {
            return Stream.of(setting.name());
        }
        var parent = around.getFirst().substring(0, around.getFirst().length() - 1);
        return values.getPropertyEntries(parent).stream()
                .sorted()
                .map(chosen -> around.getFirst() + chosen + around.getLast());
    }
}
