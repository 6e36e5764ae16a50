package org.tongban.core.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection.Choice;
import org.tongban.core.publicdata.PublicCollection.Facet;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

@Tag("CO-11")
class QueryParametersTest {
    private static final Title ANY = new Title("状态", "State");
    private static final PublicCollection PRODUCTS = new PublicCollection(
            "products",
            ANY,
            List.of(new Facet("state", ANY, List.of(new Choice("filed", ANY))), new Facet("unit", ANY, List.of())));

    @Test
    void takes_text_filters_cursor_and_limit() {
        var query = QueryParameters.read(
                PRODUCTS,
                Map.of(
                        "q", List.of(" 电能表 "),
                        "state", List.of("filed"),
                        "unit", List.of(""),
                        "cursor", List.of("abc"),
                        "limit", List.of("100"),
                        "count", List.of("true")));

        assertThat(query).isEqualTo(new PublicQuery("电能表", Map.of("state", "filed"), "abc", 100, true));
    }

    @Test
    void asks_for_twenty_of_all_where_nothing_is_said() {
        assertThat(QueryParameters.read(PRODUCTS, Map.of())).isEqualTo(new PublicQuery("", Map.of(), null, 20, false));
    }

    @Test
    @Tag("CO-10")
    void reports_everything_wrong_at_once() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("q", List.of("字".repeat(101)));
        parameters.put("limit", List.of("101"));
        parameters.put("state", List.of("lost"));
        parameters.put("unit", List.of("a", "b"));
        parameters.put("cursor", List.of("a\u0000b"));
        parameters.put("count", List.of("yes"));
        parameters.put("color", List.of("red"));

        var refusal = refusal(parameters);

        assertThat(refusal.code()).isEqualTo(CoreError.INVALID_INPUT);
        assertThat(refusal.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/q", "too-long"),
                        tuple("/limit", "range"),
                        tuple("/state", "unknown-value"),
                        tuple("/unit", "repeated"),
                        tuple("/cursor", "control-character"),
                        tuple("/count", "boolean"),
                        tuple("/color", "unknown-parameter"));
    }

    @Test
    void names_an_unknown_parameter_as_the_frame_does() {
        assertThat(refusal(Map.of("colour", List.of("red"))).code()).isEqualTo(CoreError.UNKNOWN_PARAMETER);
    }

    private static DomainException refusal(Map<String, List<String>> parameters) {
        return catchThrowableOfType(DomainException.class, () -> QueryParameters.read(PRODUCTS, parameters));
    }
}
