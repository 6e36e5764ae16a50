package org.tongban.core.console.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.Faults;
import org.tongban.core.module.Language;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;

/** What was typed into one of the forms of a case's page, and what is wrong with it: nothing of either is lost (PO-8). */
record Typed(Of form, Map<String, String> values, Faults faults) {
    static final Typed NOTHING = new Typed(Of.NONE, Map.of(), Faults.none());

    /** The forms of the page. */
    enum Of {
        NONE,
        CLAIM,
        REASSIGN,
        DECISION,
        NOTE,
        WITHDRAWAL,
        CORRECTION
    }

    static Typed of(Of form, FormFields fields) {
        return new Typed(form, fields.values(), Faults.none());
    }

    Typed refused(DomainException refusal, Language language) {
        return new Typed(form, values, Faults.of(refusal, language, this::control));
    }

    private @Nullable String control(String pointer) {
        return switch (form) {
            case NONE, CLAIM -> null;
            case REASSIGN -> pointer.equals("/to") ? "reassign-to" : "reassign-reason";
            case DECISION -> new DecisionForm(values).control(pointer);
            case NOTE -> "note";
            case WITHDRAWAL -> pointer.equals("/granted") ? "granted" : "withdrawal-reason";
            case CORRECTION -> new CorrectionForm(values).control(pointer);
        };
    }

    boolean is(Of other) {
        return form == other;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    List<String> faults(String id) {
        return faults.at(id);
    }
}
