package org.tongban.core.web;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an urlencoded body, as forms of pages and the endpoints of OAuth send them; an empty one counts as absent
 * (RFC 6749, 3.1).
 *
 * @param all every value of each, in the order sent
 * @param readable whether the body could be read at all
 */
public record FormFields(Map<String, List<String>> all, boolean readable) {
    private static final FormFields UNREADABLE = new FormFields(Map.of(), false);

    /** Reads a body in UTF-8. */
    public static FormFields parse(byte[] body) {
        var all = new LinkedHashMap<String, List<String>>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            for (var pair : text.split("&")) {
                var parts = pair.split("=", 2);
                var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                var value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (!value.isEmpty()) {
                    all.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            }
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return UNREADABLE;
        }
        return new FormFields(Collections.unmodifiableMap(all), true);
    }

    /** Of each field one value; of a repeated one the last. */
    public Map<String, String> values() {
        return all.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, field -> field.getValue().getLast()));
    }

    /** Those sent more than once, which OAuth refuses. */
    public Set<String> repeated() {
        return all.entrySet().stream()
                .filter(field -> field.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The value of a field, or null. */
    public @Nullable String value(String name) {
        var sent = all.get(name);
        return sent == null ? null : sent.getLast();
    }

    /** Whether the field was sent. */
    public boolean has(String name) {
        return all.containsKey(name);
    }

    @Override
    public String toString() {
        return "FormFields" + all.keySet();
    }
}
