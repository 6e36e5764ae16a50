package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.core.form.SampleDocuments.brief;
import static org.tongban.core.form.SampleDocuments.tree;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

@Tag("CO-31")
@Tag("CO-10b")
class DocumentSchemaTest {
    private static final SchemaCompiler COMPILER = new SchemaCompiler(
            IdentifierChecks.all(() -> LocalDate.of(2026, 11, 20)),
            (set, level, code) -> code.equals("A01") && set.equals("kinds"));

    private static DocumentSchema schema(String json) {
        return COMPILER.compile(tree(json));
    }

    /** A keyword, a value that meets it, one that does not, and the code. */
    static Stream<Arguments> keywords() {
        return Stream.of(
                Arguments.of("{\"type\":\"string\"}", "\"12\"", "12", "type"),
                Arguments.of("{\"type\":\"integer\"}", "12", "\"12\"", "type"),
                Arguments.of("{\"type\":\"integer\"}", "-0", "1.7", "type"),
                Arguments.of("{\"type\":\"integer\"}", "1", "1.0", "type"),
                Arguments.of("{\"type\":\"integer\"}", "1", "1e2", "type"),
                Arguments.of("{\"type\":[\"integer\",\"null\"]}", "null", "1.0", "type"),
                Arguments.of("{\"type\":\"number\"}", "1.0", "true", "type"),
                Arguments.of("{\"type\":\"boolean\"}", "true", "\"true\"", "type"),
                Arguments.of("{\"type\":\"string\"}", "\"\"", "null", "type"),
                Arguments.of("{\"type\":\"string\",\"maxLength\":2}", "\"𠮷𠮷\"", "\"𠮷𠮷𠮷\"", "max-length"),
                Arguments.of("{\"type\":\"string\",\"minLength\":2}", "\"ab\"", "\"𠮷\"", "min-length"),
                Arguments.of("{\"type\":\"string\",\"pattern\":\"^[0-9]+$\"}", "\"7\"", "\"7a\"", "pattern"),
                Arguments.of("{\"type\":\"string\",\"pattern\":\"^\\\\p{Script=Han}+$\"}", "\"中\"", "\"a\"", "pattern"),
                Arguments.of("{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}", "\"a\"", "\"c\"", "enum"),
                Arguments.of("{\"type\":\"boolean\",\"const\":true}", "true", "false", "const"),
                Arguments.of("{\"type\":\"array\",\"maxItems\":1}", "[1]", "[1,2]", "max-items"),
                Arguments.of("{\"type\":\"array\",\"minItems\":1}", "[1]", "[]", "min-items"),
                Arguments.of("{\"type\":\"array\",\"uniqueItems\":true}", "[1,2]", "[1,1]", "unique-items"),
                Arguments.of("{\"type\":\"array\",\"contains\":{\"const\":1}}", "[1,2]", "[2]", "contains"),
                Arguments.of("{\"type\":\"integer\",\"minimum\":0}", "0", "-1", "minimum"),
                Arguments.of("{\"type\":\"integer\",\"maximum\":10}", "10", "11", "maximum"),
                Arguments.of("{\"type\":\"integer\",\"exclusiveMinimum\":0}", "1", "0", "minimum"),
                Arguments.of("{\"type\":\"integer\",\"exclusiveMaximum\":10}", "9", "10", "maximum"),
                Arguments.of("{\"type\":\"integer\",\"format\":\"int32\"}", "2147483647", "2147483648", "format"),
                Arguments.of(
                        "{\"type\":\"integer\",\"format\":\"int64\"}",
                        "9223372036854775807",
                        "9223372036854775808",
                        "format"),
                Arguments.of("{\"type\":\"string\",\"format\":\"date\"}", "\"2024-02-29\"", "\"2026-02-29\"", "format"),
                Arguments.of(
                        "{\"type\":\"string\",\"format\":\"uuid\"}",
                        "\"019a0000-0000-7000-8000-000000000000\"",
                        "\"019a\"",
                        "format"),
                Arguments.of("{\"not\":{\"const\":1}}", "2", "1", "not-allowed"),
                Arguments.of(
                        "{\"type\":\"string\",\"x-check\":\"gtin\"}",
                        "\"6901234567892\"",
                        "\"6901234567893\"",
                        "check-digit"),
                Arguments.of(
                        "{\"type\":\"string\",\"x-reference\":{\"set\":\"kinds\"}}",
                        "\"A01\"",
                        "\"A02\"",
                        "unknown-code"),
                Arguments.of("{\"type\":\"string\"}", "\"a b\"", "\"a\\u0000b\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"a\u00a0b\"", "\"a\\u0085b\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"ab\"", "\"a\\nb\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"a\\u200db\"", "\"a\\u202eb\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"产品\"", "\"产\\u200b品\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"产品\"", "\"产\\u2028品\"", "control-character"),
                Arguments.of("{\"type\":\"string\"}", "\"产品\"", "\"产品\\ufeff\"", "control-character"),
                Arguments.of(
                        "{\"type\":\"string\",\"x-lines\":true}", "\"a\\nb\\r\\nc\"", "\"a\\rb\"", "control-character"),
                Arguments.of("{\"type\":\"string\",\"x-lines\":true}", "\"a\\n\"", "\"a\\tb\"", "control-character"));
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void finds_a_broken_keyword_under_its_code(String keyword, String good, String bad, String code) {
        var schema = schema("{\"type\":\"object\",\"properties\":{\"v\":%s}}".formatted(keyword));

        assertThat(schema.check(tree("{\"v\":%s}".formatted(good)))).isEmpty();
        assertThat(brief(schema.check(tree("{\"v\":%s}".formatted(bad))))).containsExactly("/v " + code);
    }

    @Test
    void points_at_missing_and_unknown_properties_themselves() {
        var schema = schema("""
            {"type":"object","additionalProperties":false,"required":["sales","a/b"],
             "properties":{"sales":{"type":"string"},"a/b":{"type":"string"},
              "list":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["x"],
               "properties":{"x":{"type":"string"}}}}}}
            """);

        assertThat(brief(schema.check(tree("{\"list\":[{\"x\":\"1\"},{\"y~z/\":1}]}"))))
                .containsExactlyInAnyOrder(
                        "/sales required", "/a~1b required", "/list/1/x required", "/list/1/y~0z~1 unknown-property");
        assertThat(schema.check(tree("{\"sales\":\"1\",\"a/b\":\"\"}"))).isEmpty();
    }

    @Test
    void finds_control_characters_in_names_and_keeps_the_pointer_printable() {
        var schema = schema("{\"type\":\"object\"}");
        var halved = JsonNodeFactory.instance.objectNode().put("b\ud800", 1);

        assertThat(brief(schema.check(tree("{\"a\\u0000\":1,\"c\\n\":{}}"))))
                .containsExactly("/a\uFFFD control-character", "/c\n control-character");
        assertThat(brief(schema.check(halved))).containsExactly("/b\uFFFD control-character");
    }

    @Test
    void reports_the_violations_inside_a_condition_once() {
        var schema = schema("""
            {"type":"object","properties":{"k":{"type":"string"},"a":{"type":"string"},"b":{"type":"string"}},
             "allOf":[
              {"if":{"properties":{"k":{"const":"x"}},"required":["k"]},
               "then":{"properties":{"a":true,"b":true},"required":["a","b"]},
               "else":{"properties":{"b":{"maxLength":1}}}},
              {"if":{"properties":{"k":{"enum":["x","y"]}},"required":["k"]},
               "then":{"properties":{"a":true},"required":["a"]}}]}
            """);

        assertThat(brief(schema.check(tree("{\"k\":\"x\"}")))).containsExactly("/a required", "/b required");
        assertThat(brief(schema.check(tree("{\"k\":\"y\",\"b\":\"bb\"}"))))
                .containsExactlyInAnyOrder("/a required", "/b max-length");
        assertThat(schema.check(tree("{\"k\":\"z\"}"))).isEmpty();
    }

    @Test
    void reports_the_branch_that_was_meant() {
        var schema = schema("""
            {"type":"object","properties":{"list":{"type":"array","items":{"oneOf":[
              {"type":"object","properties":{"kind":{"const":"a"},"x":{"type":"string"}},"required":["kind","x"]},
              {"type":"object","properties":{"kind":{"const":"b"},"y":{"type":"integer"},"z":{"type":"integer"}},
               "required":["kind","y","z"]}]}}}}
            """);

        assertThat(brief(schema.check(
                        tree("{\"list\":[{\"kind\":\"b\"},{\"kind\":\"a\",\"x\":1},{\"kind\":\"a\",\"x\":\"\"}]}"))))
                .containsExactly("/list/0/y required", "/list/0/z required", "/list/1/x type");
    }

    @Test
    @Tag("CO-10")
    void says_in_plain_words_what_form_is_wanted() {
        var wrong = schema("{\"type\":\"string\",\"format\":\"uuid\"}").check(tree("\"7\""));

        assertThat(wrong)
                .extracting(Violation::message)
                .containsExactly(new Title("格式不对，应为 36 位的编号", "Not in the wanted form: an id of 36 characters."));
    }

    @Test
    void says_one_thing_about_one_mistake() {
        var schema = schema("""
            {"type":"object","properties":{"v":
             {"type":"string","minLength":8,"pattern":"^[0-9]+$","enum":["6901234567892"],"x-check":"gtin"}}}
            """);

        assertThat(brief(schema.check(tree("{\"v\":12}")))).containsExactly("/v type");
        assertThat(brief(schema.check(tree("{\"v\":\"abcdefgh\"}"))))
                .containsExactlyInAnyOrder("/v pattern", "/v enum");
    }

    @Test
    void speaks_plainly_in_both_languages() {
        var schema = schema("{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"integer\",\"maximum\":9}}}");

        assertThat(schema.check(tree("{\"v\":10}")))
                .containsExactly(new Violation("/v", "maximum", new Title("不得大于 9", "At most 9.")));
        assertThat(schema.check(tree("{\"v\":\"\"}")).getFirst().message())
                .isEqualTo(new Title("类型不对，应为整数", "Wrong type: wanted is a whole number."));
    }

    @Test
    void follows_references_into_the_document_around_it() {
        var openApi = tree("""
            {"components":{"schemas":{"Outer":{"type":"object","properties":{
              "inner":{"$ref":"#/components/schemas/Inner"}}},
             "Inner":{"type":"object","properties":{"note":{"type":"string","x-lines":true,"maxLength":3}}}}}}
            """);
        var schema = COMPILER.compile(openApi, "/components/schemas/Outer");

        assertThat(schema.check(tree("{\"inner\":{\"note\":\"a\\nb\"}}"))).isEmpty();
        assertThat(brief(schema.check(tree("{\"inner\":{\"note\":\"a\\nbc\"}}"))))
                .containsExactly("/inner/note max-length");
    }

    @Test
    void reads_the_end_of_a_pattern_as_the_portal_does() {
        assertThat(EcmaPattern.translated("^a$|[$[&&]\\$")).isEqualTo("^a\\z|[$\\[\\&\\&]\\$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"text\"}",
                "{\"pattern\":\"[\"}",
                "{\"$ref\":\"#/none\"}",
                "{\"properties\":3}",
                "{\"required\":\"a\"}",
                "{\"x-check\":\"none\"}",
                "{\"x-reference\":{}}"
            })
    void refuses_what_is_no_schema(String schema) {
        var written = tree(schema);

        assertThatThrownBy(() -> COMPILER.compile(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bounds_the_answer_to_a_hostile_document() {
        var names = new StringBuilder("{\"a\":1");
        for (var i = 0; i < 5_000; i++) {
            names.append(",\"a").append(i).append("\":1");
        }
        var schema = schema("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}");

        assertThat(schema.check(tree(names.append('}').toString()))).hasSize(Findings.MOST);
    }

    @Test
    void gives_many_threads_the_same_answer() {
        var schema = schema("{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"maxLength\":1}}}");
        var documents = List.of(tree("{}"), tree("{\"a\":\"aa\"}"), tree("{\"a\":\"a\"}"));
        var expected = documents.stream().map(schema::check).toList();

        var answers = Stream.iterate(0, i -> i + 1)
                .limit(3_000)
                .parallel()
                .filter(i -> !schema.check(documents.get(i % 3)).equals(expected.get(i % 3)))
                .toList();

        assertThat(answers).isEmpty();
        assertThat(expected.stream().map(List::size)).containsExactly(1, 1, 0);
    }
}
