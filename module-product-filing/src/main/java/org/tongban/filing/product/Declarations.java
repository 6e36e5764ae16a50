package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.core.form.Forms;

/** What a unit declares when it submits, in the words that it was shown (PF-36). */
final class Declarations {
    private static final String FIELD = "declarations";

    private Declarations() {}

    /** Each declaration with the version of the form whose text it is, and that text. */
    static List<Map<String, Object>> made(String form, JsonNode product, Forms forms) {
        var codes = new ArrayList<String>();
        forms.schema(form).at("/properties/" + FIELD + "/items/enum").forEach(code -> codes.add(code.asText()));
        var texts = forms.ui(form).path(FIELD).path("ui:enumNames");
        var made = new ArrayList<Map<String, Object>>();
        for (var declaration : product.path(FIELD)) {
            var code = declaration.asText();
            made.add(Map.of(
                    "code",
                    code,
                    "form",
                    form,
                    "text",
                    texts.path(codes.indexOf(code)).asText()));
        }
        return made;
    }
}
