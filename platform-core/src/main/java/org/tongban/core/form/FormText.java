package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import org.tongban.core.identifier.Folding;

/**
 * The canonical spelling of a form document (Fields, types; CO-72): what is stored, and what is checked. Text is
 * trimmed, in NFC, with line feeds for line ends; identifiers are folded; an emptied text of an object is an absent one.
 */
public final class FormText {
    private FormText() {}

    /** The canonical document; what the schema does not know stays as it is, for the check to find. */
    public static JsonNode normalise(JsonNode document, JsonNode schema) {
        return normalised(document, schema, schema);
    }

    private static JsonNode normalised(JsonNode node, JsonNode schema, JsonNode root) {
        var own = resolved(schema, root);
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.textValue(), own));
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(item -> array.add(normalised(item, own.path("items"), root)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = JsonNodeFactory.instance.objectNode();
        for (var property : node.properties()) {
            var declared = own.path("properties").path(property.getKey());
            var value = normalised(property.getValue(), declared, root);
            if (declared.isMissingNode()
                    || !value.isTextual()
                    || !value.textValue().isEmpty()) {
                object.set(property.getKey(), value);
            }
        }
        return object;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode root) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }

    private static String text(String text, JsonNode schema) {
        if (schema.isMissingNode()) {
            return text;
        }
        if (schema.path("x-fold").asText("").equals("identifier")) {
            return Folding.identifier(text);
        }
        return trimmed(Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC));
    }

    /** The no-break spaces, which Java's own trimming leaves, are trimmed too: a portal's does so. */
    private static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
