package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.brief;
import static org.tongban.core.form.SampleDocuments.refused;
import static org.tongban.core.form.SampleDocuments.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CO-10b")
class StrictJsonTest {
    @Test
    void keeps_decimals_and_large_integers_exact() {
        var document = tree("{\"a\": 1.10, \"b\": 12345678901234567890, \"c\": 9007199254740993, \"d\": 1e2}");

        assertThat(document.path("a").decimalValue()).isEqualTo(new BigDecimal("1.10"));
        assertThat(document.path("b").bigIntegerValue()).isEqualTo(new BigInteger("12345678901234567890"));
        assertThat(document.path("c").longValue()).isEqualTo(9007199254740993L);
        assertThat(document.path("d").decimalValue()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":}",
                "{'a':1}",
                "[1,]",
                "NaN",
                "01",
                "+1",
                "1 2",
                "{} x",
                "\uFEFF{}",
                "\"\u0001\"",
                "// no\n{}",
                "\"a\\x\"",
                "tru"
            })
    void refuses_what_is_no_json(String body) {
        assertThat(brief(refused(body))).containsExactly("malformed-json");
    }

    @Test
    void says_where_the_text_stops_being_json_and_nothing_of_the_reader() {
        var message = refused("{\n  \"a\": oops\n}").getFirst().message();

        assertThat(message.zh()).contains("第 2 行");
        assertThat(message.en()).contains("line 2").doesNotContain("Unrecognized", "oops", "com.fasterxml");
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[][] bodies = {
            {'"', (byte) 0xC0, (byte) 0x80, '"'},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            {'"', (byte) 0xFF, '"'},
            "\"中\"".getBytes(StandardCharsets.UTF_16)
        };
        for (var body : bodies) {
            assertThat(StrictJson.parse(body))
                    .isInstanceOfSatisfying(
                            StrictJson.Parsed.Refused.class,
                            refusal -> assertThat(brief(refusal.violations())).containsExactly("malformed-json"));
        }
    }

    @Test
    void names_every_property_that_appears_twice() {
        assertThat(brief(refused("{\"a\":1,\"a\":2,\"b/c~\":[{\"d\":1,\"d\":1}]}")))
                .containsExactly("/a duplicate-property", "/b~1c~0/0/d duplicate-property");
        assertThat(tree("{\"a\":{\"a\":1},\"b\":{\"a\":1}}").size()).isEqualTo(2);
    }

    @Test
    void takes_a_duplicate_spelt_with_an_escape_for_what_it_is() {
        assertThat(brief(refused("{\"a\":1,\"\\u0061\":2}"))).containsExactly("/a duplicate-property");
    }

    @Test
    void bounds_the_depth() {
        var deepest = StrictJson.MAX_DEPTH;

        assertThat(tree("[".repeat(deepest) + "]".repeat(deepest)).isArray()).isTrue();
        assertThat(brief(refused("[".repeat(deepest + 1) + "]".repeat(deepest + 1))))
                .singleElement()
                .asString()
                .endsWith("/0 json-limit");
        assertThat(brief(refused("[".repeat(1_000_000)))).containsExactly("json-limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e1000000", "1E+1000000000", "1e-99999999999999999", "-1.5e101", "1e0000000000000000000999"})
    void refuses_numbers_that_would_take_forever(String number) {
        assertThat(brief(refused("{\"n\":" + number + "}"))).containsExactly("/n json-limit");
    }

    @Test
    void bounds_the_digits_of_a_number() {
        assertThat(tree("9".repeat(StrictJson.MAX_NUMBER)).isIntegralNumber()).isTrue();
        assertThat(brief(refused("[" + "9".repeat(StrictJson.MAX_NUMBER + 1) + "]")))
                .containsExactly("/0 json-limit");
        assertThat(brief(refused("9".repeat(1_000_000)))).containsExactly("json-limit");
    }

    @Test
    void bounds_the_answer_to_a_hostile_body() {
        assertThat(refused("{" + "\"a\":1,".repeat(20_000) + "\"a\":1}")).hasSize(Findings.MOST);
    }
}
