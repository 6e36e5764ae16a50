package org.tongban.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.CanonicalJson;

/** What a change made another, for the digest of its audit record: the fields that differ, before and after (CO-55). */
public final class Changes {
    private static final int LONGEST_SHOWN = 60;
    private static final int SHOWN_OF_HASH = 16;
    private static final String PERSONAL = "x-personal";
    private static final String HIDDEN = "***";

    private Changes() {}

    /** The members whose values differ; one that is absent on a side is absent there. */
    public static Map<String, Object> between(Map<String, ?> before, Map<String, ?> after) {
        var older = new LinkedHashMap<String, Object>();
        var newer = new LinkedHashMap<String, Object>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!Objects.equals(was, is)) {
                put(older, name, was);
                put(newer, name, is);
            }
        }
        return Map.of("before", older, "after", newer);
    }

    /** The same, beside what names the record. */
    public static Map<String, Object> between(Map<String, Object> named, Map<String, ?> before, Map<String, ?> after) {
        var digest = new LinkedHashMap<>(named);
        digest.putAll(between(before, after));
        return digest;
    }

    /**
     * The fields of a form document that differ: short values as they are, longer ones and lists by their hash. Of a field
     * that is personal, or holds one that is, only that it changed.
     *
     * @param schema the form's, which says what is personal
     */
    public static Map<String, Object> ofDocument(JsonNode before, JsonNode after, JsonNode schema) {
        var older = new LinkedHashMap<String, Object>();
        var newer = new LinkedHashMap<String, Object>();
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!before.path(name).equals(after.path(name))) {
                boolean personal = isPersonal(schema.path("properties").path(name), schema);
                put(older, name, shown(before.path(name), personal));
                put(newer, name, shown(after.path(name), personal));
            }
        }
        return Map.of("before", older, "after", newer);
    }

    private static boolean isPersonal(JsonNode field, JsonNode schema) {
        var reference = field.path("$ref").asText("");
        return field.findValue(PERSONAL) != null
                || reference.startsWith("#")
                        && schema.at(reference.substring(1)).findValue(PERSONAL) != null;
    }

    private static @Nullable Object shown(JsonNode value, boolean personal) {
        if (value.isMissingNode()) {
            return null;
        }
        if (personal) {
            return HIDDEN;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isValueNode() && value.asText().length() <= LONGEST_SHOWN
                ? value.asText()
                : "sha256:" + hash(value).substring(0, SHOWN_OF_HASH);
    }

    private static String hash(JsonNode value) {
        try {
            var text = CanonicalJson.of(JsonNodeFactory.instance.arrayNode().add(value));
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static void put(Map<String, Object> side, String name, @Nullable Object value) {
        if (value != null) {
            side.put(name, value);
        }
    }
}
