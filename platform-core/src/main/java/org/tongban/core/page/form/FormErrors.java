package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.form.FieldCheck;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.web.Violation;

/** What is wrong with a document, handed to the fields one by one, and the summary of it (PO-8). */
final class FormErrors {
    private final List<Violation> violations;
    private final Language language;
    private final Set<Violation> told = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    FormErrors(List<Violation> violations, Language language) {
        this.violations = violations;
        this.language = language;
    }

    /** What is wrong at a place, and, where {@code whole}, anywhere in it. */
    List<String> at(String pointer, boolean whole, String label, String id, JsonNode schema) {
        var all = violations.stream()
                .filter(violation -> violation.pointer().equals(pointer)
                        || whole && violation.pointer().startsWith(pointer + "/"))
                .filter(told::add)
                .toList();
        var here = FieldCheck.told(all).stream()
                .map(violation -> said(violation, pointer, schema).in(language))
                .distinct()
                .toList();
        here.forEach(message ->
                problems.add(new Problem("#" + id, label + (language == Language.EN ? ": " : "：") + message)));
        return here;
    }

    private static Title said(Violation violation, String pointer, JsonNode schema) {
        boolean isLeftOut = violation.pointer().equals(pointer) && FieldCheck.isLeftOut(violation, schema);
        return isLeftOut ? FieldCheck.needed(schema) : violation.message();
    }

    /** All that is wrong, each linked to its field; what belongs to none leads to the beginning of the form. */
    ErrorSummary summary(FormTexts texts, String start) {
        var all = new ArrayList<>(problems);
        violations.stream()
                .filter(violation -> !told.contains(violation))
                .forEach(violation -> all.add(new Problem(
                        "#" + start,
                        violation.pointer() + " " + violation.message().in(language))));
        return new ErrorSummary(texts.word("form.summary", all.size()), List.copyOf(all));
    }
}
