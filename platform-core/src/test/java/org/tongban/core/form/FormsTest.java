package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.core.form.SampleDocuments.brief;
import static org.tongban.core.form.SampleDocuments.tree;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;

@Tag("CO-30")
class FormsTest {
    private static final SchemaCompiler COMPILER =
            new SchemaCompiler(IdentifierChecks.all(() -> LocalDate.of(2026, 11, 20)), (set, level, code) -> true);

    private record Trial(List<FormDefinition> forms) implements PlatformModule {}

    private static Forms forms(String... ids) {
        var definitions = Stream.of(ids)
                .map(id -> new FormDefinition(id, new Title("试", "Trial")).withUpgrade(note -> note))
                .toList();
        return new Forms(COMPILER, List.of(new Trial(definitions)));
    }

    @Test
    void serves_a_registered_form_with_its_draft() {
        var forms = forms("trial/note@1", "trial/note@2026");

        assertThat(forms.all())
                .extracting(RegisteredForm::module, RegisteredForm::name, RegisteredForm::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("trial", "note", "1"),
                        org.assertj.core.groups.Tuple.tuple("trial", "note", "2026"));
        assertThat(forms.draft("trial/note@1").check(tree("{}"))).isEmpty();
        assertThat(brief(forms.submit("trial/note@1").check(tree("{}")))).containsExactly("/kind required");
        assertThat(forms.draftSchema("trial/note@1")).isEqualTo(DraftSchema.derive(forms.schema("trial/note@1")));
        assertThat(forms.ui("trial/note@1").path("kind").path("ui:title").asText())
                .isEqualTo("种类");
        assertThat(forms.normalise("trial/note@1", tree("{\"text\":\" a \"}"))).isEqualTo(tree("{\"text\":\"a\"}"));
        assertThat(forms.find("trial/note@2")).isEmpty();
    }

    @Test
    void stops_the_start_with_every_fault_of_every_form() {
        assertThatThrownBy(() -> forms("trial/absent@1", "Trial", "trial/note@1", "trial/note@1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("trial/absent@1: forms/trial/absent@1.schema.json is not on the class path")
                .hasMessageContaining("Trial: the id is not module/form@version")
                .hasMessageContaining("trial/note@1: declared twice");
    }

    @Test
    void asks_more_of_a_form_than_json_schema_does() {
        var schema = tree("""
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
             "properties":{
              "date":{"type":"string","format":"date","maxLength":10},
              "space":{"type":"string","pattern":"^\\\\s$","maxLength":1},
              "han":{"type":"string","pattern":"^\\\\p{IsHan}$","maxLength":1},
              "open":{"type":"object","properties":{}},
              "endless":{"type":"array","items":{"type":"string"}},
              "kind":{"type":"string","enum":["a","b"],"x-colour":1}},
             "if":{"properties":{"date":true},"required":["date"]},
                 "then":{"required":["kind"],"properties":{"han":{"minLength":1}}}}
            """);
        var ui = tree("""
            {"ui:order":["date"],"date":{"ui:title":"日期"},
             "kind":{"ui:title":"种类","ui:enumNames":["甲"],"x-en":{"ui:title":"Kind","ui:enumNames":["a","b"]}}}
            """);

        assertThat(FormRules.faults(schema, ui, Vocabulary.keywords()))
                .contains(
                        "/properties/date: format is no keyword of forms",
                        "/properties/space: the pattern leaves the subset on which validators agree",
                        "/properties/han: the pattern leaves the subset on which validators agree",
                        "/properties/open: additionalProperties must be false",
                        "/properties/endless: a list needs maxItems",
                        "/properties/endless/items: a text needs maxLength",
                        "/properties/kind: x-colour is no keyword of forms",
                        "/then/properties/han: minLength needs the type named with it",
                        "/then: kind is required but not declared there",
                        "/date: no title in both languages",
                        "/space: not in ui:order",
                        "/kind: ui:enumNames must name every choice in both languages");
    }

    @Test
    void views_carry_the_documents_as_they_were_written() {
        var form = forms("trial/note@1").find("trial/note@1").orElseThrow();

        var view = FormViews.document(form);

        assertThat(view.schema().keySet()).startsWith("$schema", "$id", "title", "type");
        assertThat(view.draftHref()).isEqualTo("/api/platform/v1/forms/trial/note/1/draft");
        assertThat(view.titles()).isEqualTo(new FormViews.FormTitle("试", "Trial"));
    }
}
