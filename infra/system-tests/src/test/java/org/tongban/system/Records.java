package org.tongban.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongban.pages.Endpoint;

/** What stands behind the variables of routes: a line for each kind of record, which serves every route below its path. */
final class Records {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final List<Line> lines = new ArrayList<>();

    /**
     * A line.
     *
     * @param method the only method that it is for; empty for those that no other line of the path is for
     * @param path the path of the record, variables included
     * @param values makes a record and answers the values of the path's variables
     * @param reach which of those who hold the permission reach it; for the others it does not exist
     * @param exists whether there is such a record; else whoever is let through may be told 404
     */
    record Line(String method, String path, Supplier<List<String>> values, Predicate<Visitor> reach, boolean exists) {
        /** Whether the route is the record's own or lies below it. */
        boolean serves(String route) {
            return route.equals(path) || route.startsWith(path + "/");
        }

        /** The route with the values of a record. */
        static String filled(String route, List<String> values) {
            var rest = values.iterator();
            return VARIABLE.matcher(route).replaceAll(found -> Matcher.quoteReplacement(rest.next()));
        }
    }

    /** Routes at or below {@code path} are about a record that {@code make} makes anew, reached by these alone. */
    Records of(String path, Supplier<String> make, Predicate<Visitor> reachedBy) {
        lines.add(new Line("", path, () -> List.of(make.get()), reachedBy, true));
        return this;
    }

    /** The same for one method alone, where others reach the record by the rest. */
    Records of(String method, String path, Supplier<String> make, Predicate<Visitor> reachedBy) {
        lines.add(new Line(method, path, () -> List.of(make.get()), reachedBy, true));
        return this;
    }

    /** The same of a record that more than one variable names. */
    Records ofSeveral(String path, Supplier<List<String>> make, Predicate<Visitor> reachedBy) {
        lines.add(new Line("", path, make, reachedBy, true));
        return this;
    }

    /** Routes at or below {@code path} show everybody what these values name. */
    Records forAll(String path, Supplier<List<String>> values) {
        lines.add(new Line("", path, values, visitor -> true, true));
        return this;
    }

    /** Routes at or below {@code path} are about what no module declares so far. */
    Records nothingYet(String path, Supplier<List<String>> values) {
        lines.add(new Line("", path, values, visitor -> true, false));
        return this;
    }

    /** Routes at or below {@code path} show nobody what these values name, though it exists. */
    Records forNobody(String path, Supplier<List<String>> values) {
        lines.add(new Line("", path, values, visitor -> false, true));
        return this;
    }

    /** The lines for a route: those with the longest path that serves it; one without values where it needs none. */
    List<Line> of(Endpoint endpoint) {
        if (!endpoint.path().contains("{")) {
            return List.of(new Line("", endpoint.path(), List::of, visitor -> true, false));
        }
        var serving =
                lines.stream().filter(line -> line.serves(endpoint.path())).toList();
        Optional<String> longest = serving.stream().map(Line::path).max(Comparator.comparingInt(String::length));
        var known = serving.stream()
                .filter(line -> line.path().equals(longest.orElseThrow()))
                .toList();
        var own = known.stream()
                .filter(line -> line.method().equals(endpoint.method()))
                .toList();
        return own.isEmpty()
                ? known.stream().filter(line -> line.method().isEmpty()).toList()
                : own;
    }
}
