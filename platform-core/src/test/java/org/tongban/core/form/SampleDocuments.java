package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongban.core.web.Violation;

/** Short ways to documents and to what is wrong with them. */
final class SampleDocuments {
    private SampleDocuments() {}

    static StrictJson.Parsed parsed(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode tree(String json) {
        return switch (parsed(json)) {
            case StrictJson.Parsed.Tree(var tree) -> tree;
            case StrictJson.Parsed.Refused(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    static List<Violation> refused(String json) {
        return switch (parsed(json)) {
            case StrictJson.Parsed.Tree(var tree) -> throw new AssertionError("accepted: " + tree);
            case StrictJson.Parsed.Refused(var violations) -> violations;
        };
    }

    /** Each violation as {@code pointer code}. */
    static List<String> brief(List<Violation> violations) {
        return violations.stream()
                .map(violation -> (violation.pointer() + " " + violation.code()).strip())
                .toList();
    }
}
