package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.brief;
import static org.tongban.core.form.SampleDocuments.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** Three versions of a form: the second renames a field and shortens another, the third takes a choice away. */
@Tag("CO-32")
class FormUpgradeTest {
    private static final LocalDate CLOSING = LocalDate.of(2026, 12, 31);
    private static final Forms FORMS = forms();

    private record Letters(List<FormDefinition> forms) implements PlatformModule {}

    private static Forms forms() {
        var compiler = new SchemaCompiler(Map.of(), (set, level, code) -> true);
        var title = new Title("信", "Letter");
        return new Forms(
                compiler,
                List.of(new Letters(List.of(
                        new FormDefinition("frozen/letter@1", title),
                        new FormDefinition("frozen/letter@2", title).withUpgrade(FormUpgradeTest::renamed),
                        new FormDefinition("frozen/letter@3", title)
                                .withUpgrade(letter -> letter)
                                .withOlderDraftsUntil(CLOSING)))));
    }

    private static JsonNode renamed(JsonNode letter) {
        if (letter instanceof ObjectNode members && members.has("to")) {
            members.set("addressee", members.remove("to"));
        }
        return letter;
    }

    @Test
    void takes_a_draft_through_every_version_and_lists_what_does_not_fit() {
        var draft = tree("""
            {"to":"  Wang ","subject":"a subject too long","pages":[{"text":"one"},{"text":"two too long"},
             {"text":"three","mark":"x"},{"text":"four is too long"}],"kind":"telegram","stamp":true}
            """);

        var upgrade = FORMS.upgrade("frozen/letter@1", draft).orElseThrow();

        assertThat(upgrade.to()).isEqualTo("frozen/letter@3");
        assertThat(upgrade.document())
                .isEqualTo(tree("{\"addressee\":\"Wang\",\"pages\":[{\"text\":\"one\"},{},{\"text\":\"three\"},{}],"
                        + "\"kind\":\"telegram\"}"));
        assertThat(brief(upgrade.dropped()))
                .containsExactlyInAnyOrder(
                        "/subject max-length",
                        "/pages/1/text max-length",
                        "/pages/2/mark unknown-property",
                        "/pages/3/text max-length",
                        "/stamp unknown-property");
        assertThat(brief(upgrade.open())).containsExactlyInAnyOrder("/subject required", "/kind enum");
        assertThat(FORMS.draft(upgrade.to()).check(upgrade.document())).isEmpty();
    }

    @Test
    void leaves_the_draft_it_was_given_alone() {
        var draft = tree("{\"to\":\"Wang\",\"stamp\":true}");

        FORMS.upgrade("frozen/letter@1", draft);

        assertThat(draft).isEqualTo(tree("{\"to\":\"Wang\",\"stamp\":true}"));
    }

    @Test
    void offers_no_move_to_what_is_the_newest_version() {
        assertThat(FORMS.upgrade("frozen/letter@3", tree("{}"))).isEmpty();
        assertThat(FORMS.newest("frozen/letter@1").version()).isEqualTo("3");
    }

    @Test
    void judges_a_document_by_the_version_it_was_made_with() {
        var first = tree("{\"to\":\"Wang\",\"subject\":\"a subject too long\",\"kind\":\"telegram\"}");

        assertThat(FORMS.submit("frozen/letter@1").check(first)).isEmpty();
        assertThat(brief(FORMS.submit("frozen/letter@3").check(first)))
                .containsExactlyInAnyOrder("/to unknown-property", "/subject max-length", "/kind enum");
    }

    @Test
    void closes_older_drafts_after_the_day_that_a_newer_version_names() {
        assertThat(FORMS.takesDrafts("frozen/letter@1", CLOSING)).isTrue();
        assertThat(FORMS.takesDrafts("frozen/letter@2", CLOSING.plusDays(1))).isFalse();
        assertThat(FORMS.takesDrafts("frozen/letter@3", CLOSING.plusDays(1))).isTrue();
    }
}
