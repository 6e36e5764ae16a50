package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a case as it was typed: outcome, reason, remarks by field, points of the checklist. It turns into the
 * body of the endpoint, and what that finds wrong back into the controls.
 */
final class DecisionForm {
    /** So many remarks can be typed at once; more are made by deciding in two rounds. */
    static final int REMARKS = 12;

    static final DecisionForm NOTHING = new DecisionForm(Map.of());

    private final Map<String, String> values;
    private final List<Integer> rows = new ArrayList<>();
    private final List<String> points;

    DecisionForm(Map<String, String> values) {
        this.values = values;
        for (int row = 1; row <= REMARKS; row++) {
            // A place without words is a remark that was not finished: the endpoint says what is missing.
            if (values.containsKey(text(row)) || values.containsKey(place(row))) {
                rows.add(row);
            }
        }
        this.points = values.entrySet().stream()
                .filter(entry -> entry.getKey().matches("point\\.[a-z0-9-]{1,60}"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static String place(int row) {
        return "remark." + row + ".place";
    }

    static String text(int row) {
        return "remark." + row + ".text";
    }

    static String point(String id) {
        return "point." + id;
    }

    static String pointRemark(String id) {
        return "point-remark." + id;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** As the endpoint takes it. */
    ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        for (var name : List.of("decision", "reason")) {
            if (values.containsKey(name)) {
                body.put(name, values.get(name));
            }
        }
        var remarks = body.putArray("remarks");
        for (int row : rows) {
            var remark = remarks.addObject().put("pointer", value(place(row)));
            if (values.containsKey(text(row))) {
                remark.put("text", value(text(row)));
            }
        }
        var checklist = body.putArray("checklist");
        for (var name : points) {
            var id = name.substring("point.".length());
            var point = checklist
                    .addObject()
                    .put("id", id)
                    .put("passed", value(name).equals("passed"));
            if (values.containsKey(pointRemark(id))) {
                point.put("remark", value(pointRemark(id)));
            }
        }
        return body;
    }

    /** The control that a pointer into the body is about. */
    @Nullable
    String control(String pointer) {
        var steps = pointer.split("/", -1);
        if (steps.length < 3) {
            return pointer.equals("/decision") || pointer.equals("/reason") ? pointer.substring(1) : null;
        }
        boolean isIndex = steps[2].matches("[0-9]{1,3}");
        if (steps[1].equals("remarks") && isIndex && Integer.parseInt(steps[2]) < rows.size()) {
            int row = rows.get(Integer.parseInt(steps[2]));
            return pointer.endsWith("/pointer") ? place(row) : text(row);
        }
        if (steps[1].equals("checklist")) {
            return isIndex && Integer.parseInt(steps[2]) < points.size()
                    ? points.get(Integer.parseInt(steps[2]))
                    : point(steps[2]);
        }
        return null;
    }
}
