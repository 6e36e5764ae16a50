package org.tongban.core.form;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Turns what the validator found into violations in plain words, without echoes of one and the same mistake. */
final class Findings {
    /** How many violations an answer carries at most. */
    static final int MOST = 1_000;

    private static final Set<String> OWN = Set.of(CheckKeyword.NAME, ReferenceKeyword.NAME);

    private final List<Error> errors;
    private final List<Violation> strict;

    Findings(List<Error> errors, List<Violation> strict) {
        this.errors = errors;
        this.strict = strict;
    }

    static void report(ExecutionContext context, String keyword, NodePath place, IdentifierCheck.Problem problem) {
        context.addError(Error.builder()
                .keyword(keyword)
                .instanceLocation(place)
                .evaluationPath(context.getEvaluationPath())
                .message(problem.code())
                .details(Map.of("problem", problem))
                .build());
    }

    List<Violation> violations() {
        Map<String, Violation> found = new LinkedHashMap<>();
        strict.forEach(violation -> put(found, violation));
        var spoilt = pointers(strict);
        var plain = new ArrayList<Error>();
        var own = new ArrayList<Error>();
        for (var error : Alternatives.reduced(errors)) {
            (OWN.contains(error.getKeyword()) ? own : plain).add(error);
        }
        var wrongType = new HashSet<String>();
        plain.stream().filter(e -> e.getKeyword().equals("type")).forEach(e -> wrongType.add(pointer(e)));
        for (var error : plain) {
            // What has the wrong type fails the rest as well, and what holds a control character its pattern: said
            // once.
            var echo = wrongType.contains(pointer(error)) && !error.getKeyword().equals("type")
                    || spoilt.contains(pointer(error)) && error.getKeyword().equals("pattern");
            if (!echo) {
                put(found, violation(error));
            }
        }
        var already = pointers(found.values());
        for (var error : own) {
            // A number of the wrong shape has no check digit to speak of.
            if (!already.contains(pointer(error))) {
                put(found, violation(error));
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void put(Map<String, Violation> found, Violation violation) {
        found.putIfAbsent(violation.pointer() + ' ' + violation.code(), violation);
    }

    private static Set<String> pointers(Iterable<Violation> violations) {
        var pointers = new HashSet<String>();
        violations.forEach(violation -> pointers.add(violation.pointer()));
        return pointers;
    }

    private static Violation violation(Error error) {
        if (error.getDetails() != null
                && error.getDetails().get("problem") instanceof IdentifierCheck.Problem(String code, Title message)) {
            return new Violation(pointer(error), code, message);
        }
        var code = ViolationCode.of(error.getKeyword());
        return new Violation(pointer(error), code.code(), code.message(error.getSchemaNode()));
    }

    static String pointer(Error error) {
        var place = error.getInstanceLocation();
        var tokens = new ArrayList<Object>(place.getNameCount() + 1);
        for (var i = 0; i < place.getNameCount(); i++) {
            tokens.add(place.getElement(i));
        }
        if (ViolationCode.of(error.getKeyword()).namesProperty() && error.getProperty() != null) {
            tokens.add(error.getProperty());
        }
        return Pointers.of(tokens);
    }
}
