package org.tongban.core.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Form documents between the database's text, the rules' tree and the answer's members; they were checked before. */
public final class Documents {
    /** The text of a document that nobody has begun. */
    public static final String EMPTY = "{}";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private Documents() {}

    /** The tree of a stored text. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw damaged(damaged);
        }
    }

    private static IllegalStateException damaged(JsonProcessingException cause) {
        return new IllegalStateException("a stored document cannot be read", cause);
    }

    /** The members of a stored text, for answers and snapshots. */
    public static Map<String, Object> members(String text) {
        try {
            // Not by way of the tree: a read of a record would spend a tenth of its time there.
            return MAPPER.readValue(text, MEMBERS);
        } catch (JsonProcessingException damaged) {
            throw damaged(damaged);
        }
    }

    /** The text of a document, to be stored. */
    public static String write(JsonNode document) {
        return document.toString();
    }
}
