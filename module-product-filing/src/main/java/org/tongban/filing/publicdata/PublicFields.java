package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which fields of the product part are public: the form itself says it, by {@code x-public: filed} (Fields 5.1). */
final class PublicFields {
    private static final String KEYWORD = "x-public";
    private static final String FILED = "filed";

    private PublicFields() {}

    /** The names that a form's schema marks as public once the product is filed. */
    static Set<String> of(JsonNode schema) {
        var names = new LinkedHashSet<String>();
        for (var property : schema.path("properties").properties()) {
            if (FILED.equals(property.getValue().path(KEYWORD).asText())) {
                names.add(property.getKey());
            }
        }
        return names;
    }

    /** The document without any field that is not public. */
    static ObjectNode select(JsonNode document, Set<String> names) {
        var selected = JsonNodeFactory.instance.objectNode();
        for (var property : document.properties()) {
            if (names.contains(property.getKey())) {
                selected.set(property.getKey(), property.getValue());
            }
        }
        return selected;
    }
}
