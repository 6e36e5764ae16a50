package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-40")
class MessageTemplateTest {
    private static final MessageTemplate FILED = new MessageTemplate("filing.filed", "产品{name}已备案，编号{number}。");

    @Test
    void fills_its_parameters_in() {
        assertThat(FILED.text(Map.of("name", "水泵", "number", "12"))).isEqualTo("产品水泵已备案，编号12。");
    }

    @Test
    void leaves_a_value_that_looks_like_a_parameter_as_it_is() {
        assertThat(FILED.text(Map.of("name", "{number}$1", "number", "12"))).isEqualTo("产品{number}$1已备案，编号12。");
    }

    @Test
    void makes_one_line_of_a_value_of_several() {
        assertThat(FILED.text(Map.of("name", "水泵 \r\n\r\n甲", "number", "12"))).isEqualTo("产品水泵 甲已备案，编号12。");
    }

    @Test
    void ends_a_sentence_once_where_the_value_ends_it_too() {
        assertThat(FILED.text(Map.of("name", "水泵。", "number", "已核。 "))).isEqualTo("产品水泵。已备案，编号已核。");
    }

    @Test
    void refuses_to_leave_a_parameter_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILED.text(Map.of("name", "水泵")))
                .withMessageContaining("number");
    }
}
