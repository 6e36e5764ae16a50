package org.tongban.core.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spelling of each document (RFC 8785), the examples of the standard among them. */
@Tag("CO-56")
class CanonicalJsonTest {
    private static String canonical(String json) throws Exception {
        return CanonicalJson.of(new JsonMapper().readTree(json));
    }

    @Test
    void orders_members_and_leaves_no_space() throws Exception {
        assertThat(canonical("{ \"b\": [1, true, null], \"a\": {\"d\": \"x\", \"c\": false} }"))
                .isEqualTo("{\"a\":{\"c\":false,\"d\":\"x\"},\"b\":[1,true,null]}");
    }

    @Test
    void orders_names_by_their_utf16_units() throws Exception {
        assertThat(canonical("{\"\\u20ac\":1,\"\\r"
                        + "\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}"))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @Test
    void escapes_what_must_be_and_nothing_else() throws Exception {
        assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/ 中\\b\\t\\f\""))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/ 中\\b\\t\\f\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "333333333.33333329, 333333333.3333333",
        "1E30, 1e+30",
        "4.50, 4.5",
        "2e-3, 0.002",
        "0.000000000000000000000000001, 1e-27",
        "9007199254740991, 9007199254740991",
        "1e21, 1e+21",
        "100000000000000000000, 100000000000000000000",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-12.5, -12.5",
        "5e-324, 5e-324"
    })
    void writes_numbers_as_ecmascript_does(String number, String written) throws Exception {
        assertThat(canonical(number)).isEqualTo(written);
    }

    @Test
    void refuses_what_is_no_number_of_json() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(DoubleNode.valueOf(Double.NaN)));
    }
}
