package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other texts of an approved record, as they were typed; only those that differ are proposed (CO-46e). */
final class CorrectionForm {
    static final CorrectionForm NOTHING = new CorrectionForm(Map.of());

    /** More texts than a form has correctable fields. */
    private static final int MOST = 200;

    private final Map<String, String> values;
    private final List<Integer> changed = new ArrayList<>();

    CorrectionForm(Map<String, String> values) {
        this.values = values;
        for (int row = 0; row < MOST; row++) {
            if (values.containsKey(place(row)) && !value(after(row)).equals(value(before(row)))) {
                changed.add(row);
            }
        }
    }

    static String place(int row) {
        return "place." + row;
    }

    static String before(int row) {
        return "before." + row;
    }

    static String after(int row) {
        return "after." + row;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean isTyped() {
        return !values.isEmpty();
    }

    /** As the endpoint takes it. */
    ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        if (values.containsKey("correction-reason")) {
            body.put("reason", values.get("correction-reason"));
        }
        var changes = body.putArray("changes");
        changed.forEach(row -> changes.addObject()
                .put("pointer", value(place(row)))
                .put("before", value(before(row)))
                .put("after", value(after(row))));
        return body;
    }

    /** The control that a pointer into the body is about. */
    @Nullable
    String control(String pointer) {
        var steps = pointer.split("/", -1);
        if (pointer.equals("/reason")) {
            return "correction-reason";
        }
        boolean isChange = steps.length > 2 && steps[1].equals("changes") && steps[2].matches("[0-9]{1,3}");
        return isChange && Integer.parseInt(steps[2]) < changed.size()
                ? after(changed.get(Integer.parseInt(steps[2])))
                : null;
    }
}
