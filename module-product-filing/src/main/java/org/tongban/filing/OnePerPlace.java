package org.tongban.filing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.web.Violation;

/** What is wrong with a submission, one violation a place (PF-34). */
public final class OnePerPlace {
    private OnePerPlace() {}

    /** A place that its schema refuses is not judged by the rules as well. */
    public static List<Violation> of(List<Violation> schema, List<Violation> rules) {
        var refused = schema.stream().map(Violation::pointer).collect(Collectors.toSet());
        return Stream.concat(
                        schema.stream(), rules.stream().filter(violation -> !refused.contains(violation.pointer())))
                .distinct()
                .toList();
    }
}
