package org.tongban.filing.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads and writes the parts of a filing; they were checked before they were stored. */
final class Documents {
    static final String EMPTY = "{}";

    private static final String UNNAMED = "未命名产品";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private Documents() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored document cannot be read", damaged);
        }
    }

    /** The members of a document, for answers and snapshots. */
    static Map<String, Object> members(String text) {
        return MAPPER.convertValue(read(text), MEMBERS);
    }

    /** What a filing is called, be it only begun. */
    static String nameOf(Product product) {
        var name = read(product.product()).path("name").asText().strip();
        return name.isEmpty() ? UNNAMED : name;
    }

    static String write(JsonNode document) {
        return document.toString();
    }
}
