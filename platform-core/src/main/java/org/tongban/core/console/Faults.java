package org.tongban.core.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.web.DomainException;

/** What is wrong with a form that was sent, by the id of the control that it stands at (PO-8). Immutable. */
public final class Faults {
    private static final String PAGE = "main";

    private final Map<String, List<String>> byControl;

    private Faults(Map<String, List<String>> byControl) {
        this.byControl = byControl;
    }

    /** The controls of a form. */
    public interface Controls {
        /** The id of the control where what a pointer points to is typed; null where the page has none. */
        @Nullable
        String of(String pointer);
    }

    /** Nothing is wrong. */
    public static Faults none() {
        return new Faults(Map.of());
    }

    /**
     * What a refusal says.
     *
     * @param controls what stands where on the page
     */
    public static Faults of(DomainException refusal, Language language, Controls controls) {
        var byControl = new LinkedHashMap<String, List<String>>();
        for (var violation : refusal.violations()) {
            var id = controls.of(violation.pointer());
            var messages = byControl.computeIfAbsent(id == null ? PAGE : id, at -> new ArrayList<>());
            var message = violation.message().in(language);
            if (!messages.contains(message)) {
                messages.add(message);
            }
        }
        if (byControl.isEmpty()) {
            byControl.put(PAGE, List.of(refusal.said().in(language)));
        }
        return new Faults(byControl);
    }

    /** What is wrong at a control. */
    public List<String> at(String id) {
        return byControl.getOrDefault(id, List.of());
    }

    /** All that is wrong, each linked to its control; null where nothing is. */
    public @Nullable ErrorSummary summary(String title) {
        if (byControl.isEmpty()) {
            return null;
        }
        var problems = byControl.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> new Problem("#" + entry.getKey(), text)))
                .toList();
        return new ErrorSummary(title, problems);
    }
}
