package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.form.Forms;
import org.tongban.core.page.form.FormInput;
import org.tongban.testkit.PageForm;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Every form of every module, as the server renders it in both languages. */
@TongbanTest
@Tag("CO-30")
class EveryFormTest {
    private static final List<String> LOOKS = List.of("empty", "filled", "refused", "read");

    static Stream<String> forms() {
        return Tongban.running().context().getBean(Forms.class).all().stream()
                .map(form -> form.definition().id());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shows_the_label_of_every_property_in_every_look(String id, Tongban tongban) {
        var form = tongban.context().getBean(Forms.class).find(id).orElseThrow();
        var path = "/docs/forms/" + id.replace('@', '/');
        for (var look : LOOKS) {
            var zh = tongban.anonymous().get(path + "?lang=zh&look=" + look).text();
            var en = tongban.anonymous().get(path + "?lang=en&look=" + look).text();

            var properties = form.submit().source().path("properties");
            // What is never kept is asked for, and not read back.
            boolean read = look.equals("read");
            assertThat(labels(properties, form.ui(), false, read))
                    .as(look)
                    .allSatisfy(label -> assertThat(zh).contains(label));
            assertThat(labels(properties, form.ui(), true, read))
                    .as(look)
                    .allSatisfy(label -> assertThat(en).contains(label));
            assertThat(zh + en).doesNotContainPattern("<script(?![^>]* src=\"/assets/)|\\son[a-z]+=|\\sstyle=");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Tag("PO-4")
    void reads_back_from_its_controls_the_document_that_they_show(String id, Tongban tongban) {
        var form = tongban.context().getBean(Forms.class).find(id).orElseThrow();
        var page = tongban.anonymous()
                .get("/docs/forms/" + id.replace('@', '/') + "?look=filled")
                .text();

        assertThat(FormInput.document(form, PageForm.values(page))).isEqualTo(form.example());
    }

    private static List<String> labels(JsonNode properties, JsonNode ui, boolean english, boolean read) {
        var labels = new ArrayList<String>();
        for (var property : properties.properties()) {
            if (read && property.getValue().path("writeOnly").asBoolean()) {
                continue;
            }
            var own = ui.path(property.getKey());
            var title = english ? own.path("x-en").path("ui:title") : own.path("ui:title");
            var fallback = property.getValue().path("x-title").path(english ? "en" : "zh");
            labels.add(escaped(title.asText(fallback.asText())));
            // An object always shows its fields; a list only those of its entries.
            labels.addAll(labels(property.getValue().path("properties"), own, english, read));
        }
        return labels;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;")
                .replace("`", "&#x60;")
                .replace("=", "&#x3D;");
    }
}
