package org.tongban.core.web;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an urlencoded body, for the endpoints of OAuth, whose bodies are of no other kind; an empty one counts as
 * absent (RFC 6749, 3.1).
 *
 * @param repeated those sent more than once, which are refused
 * @param readable whether the body could be read at all
 */
public record FormFields(Map<String, String> values, Set<String> repeated, boolean readable) {
    private static final FormFields UNREADABLE = new FormFields(Map.of(), Set.of(), false);

    /** Reads a body in UTF-8. */
    public static FormFields parse(byte[] body) {
        var values = new HashMap<String, String>();
        var repeated = new HashSet<String>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            for (var pair : text.split("&")) {
                var parts = pair.split("=", 2);
                var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                var value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (!value.isEmpty() && values.put(name, value) != null) {
                    repeated.add(name);
                }
            }
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return UNREADABLE;
        }
        return new FormFields(Map.copyOf(values), Set.copyOf(repeated), true);
    }

    /** The value of a field, or null. */
    public @Nullable String value(String name) {
        return values.get(name);
    }

    /** Whether the field was sent. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String toString() {
        return "FormFields" + values.keySet();
    }
}
