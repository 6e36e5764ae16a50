package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.MessageTemplates;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Each message is shipped under the id and with the very text that the rules give it (CO-40). */
@TongbanTest
@Tag("CO-40")
class MessageTextsTest {
    @Test
    void every_text_is_the_one_of_the_rules(Tongban tongban) throws IOException {
        var shipped = new TreeMap<String, String>();
        tongban.context()
                .getBean(MessageTemplates.class)
                .all()
                .forEach(template -> shipped.put(template.id(), template.text()));
        assertThat(shipped).isEqualTo(ofTheRules());
    }

    @Test
    void every_english_text_has_the_same_parameters(Tongban tongban) {
        for (var template : tongban.context().getBean(MessageTemplates.class).all()) {
            var english = template.english();
            if (english != null) {
                template.parameters()
                        .forEach(name -> assertThat(english).as(template.id()).contains("{" + name + "}"));
            }
        }
    }

    private static Map<String, String> ofTheRules() throws IOException {
        try (var lines = Objects.requireNonNull(MessageTextsTest.class.getResourceAsStream("/messages.tsv"))) {
            var texts = new TreeMap<String, String>();
            new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var parts = line.split("\t", 2);
                texts.put(parts[0], parts[1]);
            });
            return texts;
        }
    }
}
