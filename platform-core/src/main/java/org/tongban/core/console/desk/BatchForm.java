package org.tongban.core.console.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.FormFields;

/**
 * The decision on all ticked cases of the queue, as it was typed.
 *
 * @param gone whether the officer says to have gone through every point of their checklists
 * @param failed the names of the points that are not met
 */
record BatchForm(List<UUID> ticked, String decision, String reason, boolean gone, Set<String> failed) {
    static final BatchForm NOTHING = new BatchForm(List.of(), "", "", false, Set.of());

    private static final String TICK = "case.";
    private static final String FAILED = "failed.";

    static BatchForm of(FormFields form) {
        var ticked = form.values().keySet().stream()
                .filter(name -> name.matches("case\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(name -> UUID.fromString(name.substring(TICK.length())))
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        return new BatchForm(
                ticked,
                form.values().getOrDefault("decision", ""),
                form.values().getOrDefault("reason", ""),
                form.has("gone"),
                form.values().keySet().stream()
                        .filter(name -> name.startsWith(FAILED))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The name of the box that says that a point of a type's checklist is not met. */
    static String failed(String type, String point) {
        return FAILED + type + "." + point;
    }

    /** The name of a case's box. */
    static String tick(UUID id) {
        return TICK + id;
    }

    /** The control that a pointer into the body of the batch is about. */
    static @Nullable String control(String pointer) {
        if (pointer.endsWith("/decision")) {
            return "decision";
        }
        if (pointer.endsWith("/reason")) {
            return "reason";
        }
        return pointer.equals("/decisions") ? "cases" : null;
    }
}
