package org.tongban.core.form;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Of the branches of a {@code oneOf} or {@code anyOf} that all failed, keeps what is wrong with the one that was meant:
 * the branch whose constants fit, and of those the one with the fewest violations.
 */
final class Alternatives {
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");
    private static final Set<String> CONSTANTS = Set.of("const", "enum");

    private Alternatives() {}

    static List<Error> reduced(List<Error> errors) {
        var choices = errors.stream()
                .filter(error -> CHOICES.contains(error.getKeyword()))
                .sorted(Comparator.comparingInt(
                        (Error error) -> -error.getEvaluationPath().getNameCount()))
                .toList();
        var kept = errors;
        for (var choice : choices) {
            kept = resolved(kept, choice);
        }
        return kept;
    }

    private static List<Error> resolved(List<Error> errors, Error choice) {
        var depth = choice.getEvaluationPath().getNameCount();
        var branches = new TreeMap<String, List<Error>>();
        for (var error : errors) {
            if (isBelow(error, choice)) {
                branches.computeIfAbsent(error.getEvaluationPath().getName(depth), branch -> new ArrayList<>())
                        .add(error);
            }
        }
        var meant = branches.entrySet().stream()
                .min(Comparator.comparingLong(Alternatives::brokenConstants)
                        .thenComparingInt(branch -> branch.getValue().size()))
                .map(Map.Entry::getKey);
        if (meant.isEmpty()) {
            return errors;
        }
        branches.remove(meant.get());
        var dropped = new HashSet<Error>();
        branches.values().forEach(dropped::addAll);
        dropped.add(choice);
        return errors.stream().filter(error -> !dropped.contains(error)).toList();
    }

    private static long brokenConstants(Map.Entry<String, List<Error>> branch) {
        return branch.getValue().stream()
                .filter(error -> CONSTANTS.contains(error.getKeyword()))
                .count();
    }

    private static boolean isBelow(Error error, Error choice) {
        return longer(error.getEvaluationPath(), choice.getEvaluationPath())
                && error.getEvaluationPath().startsWith(choice.getEvaluationPath())
                && error.getInstanceLocation().startsWith(choice.getInstanceLocation());
    }

    private static boolean longer(NodePath path, NodePath than) {
        return path.getNameCount() > than.getNameCount();
    }
}
