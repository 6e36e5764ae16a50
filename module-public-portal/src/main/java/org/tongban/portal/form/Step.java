package org.tongban.portal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.publicform.PublicForms.Registered;

/** The steps of filling in a public form, each on a page of its own (PO-4). */
enum Step {
    RULES,
    FIELDS,
    PHONE,
    FILES,
    CHECK;

    /** Those that a form has. */
    static List<Step> of(Registered form) {
        var steps = new ArrayList<>(List.of(values()));
        if (form.declared().proof() == null) {
            steps.remove(PHONE);
        }
        if (form.slots().isEmpty()) {
            steps.remove(FILES);
        }
        return List.copyOf(steps);
    }

    /** The one that a page which was sent shows. */
    static Step at(Filled filled) {
        return Stream.of(values())
                .filter(step -> step.name().equals(filled.value("at")))
                .findFirst()
                .orElse(FIELDS);
    }

    /** The key of its word. */
    String word() {
        return "step." + name().toLowerCase(Locale.ROOT);
    }
}
