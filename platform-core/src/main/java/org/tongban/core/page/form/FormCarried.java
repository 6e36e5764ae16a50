package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tongban.core.form.Pointers;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.page.Component.Hidden;

/** What a page that shows part of a form carries along unseen: the values of the other fields, by their names. */
final class FormCarried {
    private final JsonNode root;
    private final FormPart part;
    private final List<Hidden> carried = new ArrayList<>();

    FormCarried(RegisteredForm form, FormPart part) {
        this.root = form.submit().source();
        this.part = part;
    }

    List<Hidden> of(JsonNode document) {
        shown(root, document, "");
        return carried;
    }

    private void shown(JsonNode schema, JsonNode value, String pointer) {
        if (value.isObject()) {
            value.properties().forEach(property -> {
                var own = resolved(schema.path("properties").path(property.getKey()));
                var place = Pointers.below(pointer, property.getKey());
                if (part.shows(pointer, property.getKey(), own, this::resolved)) {
                    shown(own, property.getValue(), place);
                } else {
                    unseen(property.getValue(), place);
                }
            });
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                shown(resolved(schema.path("items")), value.get(i), pointer + "/" + i);
            }
        }
    }

    private void unseen(JsonNode value, String pointer) {
        if (value.isObject()) {
            value.properties()
                    .forEach(property -> unseen(property.getValue(), Pointers.below(pointer, property.getKey())));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                unseen(value.get(i), pointer + "/" + i);
            }
        } else {
            carried.add(new Hidden(pointer, value.asText()));
        }
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }
}
