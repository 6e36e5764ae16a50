package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The part of a form that a page shows, where one page does not show the whole (PO-4).
 *
 * @param kind which of the fields
 * @param without the properties of the document itself that it leaves out
 */
public record FormPart(Kind kind, Set<String> without) {
    /** Every field. */
    public static final FormPart WHOLE = new FormPart(Kind.WHOLE, Set.of());
    /** What is uploaded. */
    public static final FormPart FILES = new FormPart(Kind.FILES, Set.of());
    /** Nothing. */
    public static final FormPart NOTHING = new FormPart(Kind.NOTHING, Set.of());

    /** No form is so deep; a schema that refers to itself could be. */
    private static final int DEEPEST = 12;

    public FormPart {
        without = Set.copyOf(without);
    }

    /** Which fields are shown. */
    enum Kind {
        WHOLE,
        TYPED,
        FILES,
        NOTHING
    }

    /** All that is typed or chosen, but for files and the properties named. */
    public static FormPart typedWithout(Set<String> properties) {
        return new FormPart(Kind.TYPED, properties);
    }

    /** Every field but the properties named. */
    public static FormPart wholeWithout(Set<String> properties) {
        return new FormPart(Kind.WHOLE, properties);
    }

    /** Whether the property of an object, the whole document where {@code pointer} is empty, is shown. */
    boolean shows(String pointer, String name, JsonNode schema, UnaryOperator<JsonNode> resolved) {
        if (pointer.isEmpty() && without.contains(name)) {
            return false;
        }
        return switch (kind) {
            case WHOLE -> true;
            case TYPED -> !isFile(schema, resolved);
            case FILES -> holdsFile(schema, resolved, DEEPEST);
            case NOTHING -> false;
        };
    }

    private static boolean isFile(JsonNode schema, UnaryOperator<JsonNode> resolved) {
        return schema.has("x-slot")
                || schema.has("items") && resolved.apply(schema.path("items")).has("x-slot");
    }

    private static boolean holdsFile(JsonNode schema, UnaryOperator<JsonNode> resolved, int deep) {
        if (isFile(schema, resolved)) {
            return true;
        }
        if (deep == 0) {
            return false;
        }
        if (schema.has("items")) {
            return holdsFile(resolved.apply(schema.path("items")), resolved, deep - 1);
        }
        return schema.path("properties").properties().stream()
                .anyMatch(property -> holdsFile(resolved.apply(property.getValue()), resolved, deep - 1));
    }
}
