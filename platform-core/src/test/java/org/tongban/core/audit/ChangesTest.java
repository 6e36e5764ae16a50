package org.tongban.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The digest says what changed, and of personal fields only that they did (CO-55). */
@Tag("CO-55")
class ChangesTest {
    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void holds_members_that_differ_and_no_others() {
        var changes = Changes.between(
                Map.of("roles", List.of("a"), "region", "410000", "active", true),
                Map.of("roles", List.of("a", "b"), "active", true, "note", "x"));
        assertThat(changes)
                .isEqualTo(Map.of(
                        "before", Map.of("roles", List.of("a"), "region", "410000"),
                        "after", Map.of("roles", List.of("a", "b"), "note", "x")));
    }

    @Test
    void shows_short_values_and_hashes_long_ones() throws Exception {
        var changes = Changes.ofDocument(
                json("{'name': 'old', 'same': 1, 'gone': true}"),
                json("{'name': 'new', 'same': 1, 'text': '%s', 'list': [1]}".formatted("长".repeat(61))),
                json("{}"));
        assertThat(changes.get("before")).isEqualTo(Map.of("name", "old", "gone", true));
        assertThat(changes.get("after"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("name", "new")
                .hasEntrySatisfying("text", text -> assertThat(text.toString()).matches("sha256:[0-9a-f]{16}"))
                .hasEntrySatisfying("list", list -> assertThat(list.toString()).matches("sha256:[0-9a-f]{16}"));
    }

    @Test
    @Tag("CO-58")
    void tells_of_a_personal_field_only_that_it_changed() throws Exception {
        var schema = json("""
            {'properties': {
              'id': {'type': 'string', 'x-personal': 'id-number'},
              'people': {'type': 'array', 'items': {'properties': {'phone': {'x-personal': 'phone'}}}},
              'holder': {'$ref': '#/$defs/person'}},
             '$defs': {'person': {'properties': {'phone': {'x-personal': 'phone'}}}}}\
            """);
        var changes = Changes.ofDocument(
                json("{'id': '11010519491231002X'}"),
                json("{'id': '440524188001010014', 'people': [{'phone': '13800000001'}],"
                        + " 'holder': {'phone': '13800000002'}}"),
                schema);
        assertThat(changes)
                .isEqualTo(Map.of(
                        "before", Map.of("id", "***"),
                        "after", Map.of("id", "***", "people", "***", "holder", "***")));
    }
}
