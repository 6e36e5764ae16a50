package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.tree;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** What a page sees by itself of a field has the words of the server (PO-2). */
@Tag("PO-2")
class FieldCheckTest {
    private static final SchemaCompiler COMPILER =
            new SchemaCompiler(IdentifierChecks.all(() -> LocalDate.of(2026, 11, 20)), (set, level, code) -> true);
    private static final DocumentSchema FORM = COMPILER.compile(tree("""
        {"type": "object", "required": ["text"], "properties": {
            "text": {"type": "string", "minLength": 3, "maxLength": 5, "pattern": "^[a-z]+$"},
            "number": {"type": "integer", "minimum": 1, "maximum": 9},
            "list": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 3},
            "mobile": {"type": "string", "maxLength": 20, "x-check": "cn-mobile"},
            "phone": {"type": "string", "x-check": "e164"},
            "code": {"type": "string", "x-check": "uscc"}}}
        """));

    private static List<FieldCheck> checks(String property) {
        return FieldCheck.of(
                FORM.source().path("properties").path(property),
                FORM.source().path("required").toString().contains('"' + property + '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text; {\"text\": \"A\"}; 1",
                "text; {\"text\": \"abcdef\"}; 3",
                "text; {\"text\": \"abcdEF\"}; 1",
                "number; {\"text\": \"abc\", \"number\": \"x\"}; 0",
                "number; {\"text\": \"abc\", \"number\": 0}; 1",
                "number; {\"text\": \"abc\", \"number\": 10}; 2",
                "list; {\"text\": \"abc\", \"list\": [\"a\"]}; 0",
                "list; {\"text\": \"abc\", \"list\": [\"a\", \"b\", \"c\", \"d\"]}; 1",
                "mobile; {\"text\": \"abc\", \"mobile\": \"139\"}; 1",
                "mobile; {\"text\": \"abc\", \"mobile\": \"0000 0000 000\"}; 2",
                "phone; {\"text\": \"abc\", \"phone\": \"139\"}; 0"
            })
    void says_what_the_server_says_and_in_its_order(String property, String document, String broken) {
        var checks = checks(property);
        var expected = Arrays.stream(broken.split(" "))
                .map(place -> checks.get(Integer.parseInt(place)).message())
                .toList();
        assertThat(FieldCheck.told(FORM.check(tree(document))))
                .extracting(Violation::message)
                .isEqualTo(expected);
    }

    @Test
    void leaves_to_the_server_what_has_check_digits() {
        assertThat(checks("code")).isEmpty();
        assertThat(checks("mobile")).filteredOn(FieldCheck::alone).hasSize(2).allSatisfy(check -> {
            assertThat(check.keyword()).isEqualTo("pattern");
            assertThat(check.ignored()).isEqualTo("-");
        });
        assertThat(checks("text"))
                .extracting(FieldCheck::message)
                .contains(new Title("请至少填写 3 个字符", "Enter 3 or more characters."), new Title("请填写此项", "Fill this in."));
    }
}
