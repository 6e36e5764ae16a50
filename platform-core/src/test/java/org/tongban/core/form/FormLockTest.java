package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.core.form.SampleDocuments.tree;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;

@Tag("CO-32")
class FormLockTest {
    private static final ClassLoader LOADER = FormLockTest.class.getClassLoader();

    private record Module(List<FormDefinition> forms) implements PlatformModule {}

    private static Forms forms(String... ids) {
        var definitions = Stream.of(ids)
                .map(id -> new FormDefinition(id, new Title("信", "Letter")))
                .map(form -> form.number() == 1 ? form : form.withUpgrade(letter -> letter))
                .toList();
        return new Forms(new SchemaCompiler(Map.of(), (set, level, code) -> true), List.of(new Module(definitions)));
    }

    @Test
    void starts_with_a_frozen_form_that_is_as_it_was() {
        assertThat(forms("frozen/letter@1", "frozen/letter@2").all()).hasSize(2);
    }

    @Test
    void stops_the_start_where_a_frozen_form_has_changed() {
        assertThatThrownBy(() -> forms("spoilt/letter@1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spoilt/letter@1: is frozen in forms.lock as 0000")
                .hasMessageContaining("a change needs a new version");
    }

    @Test
    void stops_the_start_where_a_frozen_form_is_gone() {
        assertThatThrownBy(() -> forms("frozen/letter@2"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("frozen/letter@1: is frozen in forms.lock, so it must stay declared");
    }

    @Test
    void stops_the_start_where_a_version_forgets_the_drafts_of_the_one_before() {
        var compiler = new SchemaCompiler(Map.of(), (set, level, code) -> true);
        var title = new Title("信", "Letter");
        var module = new Module(
                List.of(new FormDefinition("frozen/letter@1", title), new FormDefinition("frozen/letter@2", title)));

        assertThatThrownBy(() -> new Forms(compiler, List.of(module)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("frozen/letter@2: neither brings an upgrade from the version before");
    }

    @Test
    void sees_a_change_of_content_and_none_of_layout() {
        var schema = tree("{\"a\":{\"b\":[1,2],\"c\":\"x\"}}");
        var laidOut = tree("{ \"a\" : {\"c\":\"x\", \"b\":[1, 2]} }");
        var ui = tree("{}");

        assertThat(FormLock.hash(laidOut, ui))
                .isEqualTo(FormLock.hash(schema, ui))
                .matches("[0-9a-f]{64}");
        assertThat(List.of(tree("{\"a\":{\"b\":[2,1],\"c\":\"x\"}}"), tree("{\"a\":{\"b\":[1,2]}}")))
                .allSatisfy(other -> assertThat(FormLock.hash(other, ui)).isNotEqualTo(FormLock.hash(schema, ui)));
        assertThat(FormLock.hash(schema, tree("{\"a\":{}}"))).isNotEqualTo(FormLock.hash(schema, ui));
    }

    @Test
    void freezing_adds_what_is_new_and_keeps_what_was_frozen() {
        var forms = forms("frozen/letter@1", "frozen/letter@2", "frozen/letter@3");
        var frozen = FormLock.read(LOADER, "frozen").hashes().get("frozen/letter@1");

        var text = FormLock.freeze(LOADER, "frozen", forms.all());

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "frozen/letter@1 " + frozen,
                        "frozen/letter@2 " + hash(forms, 2),
                        "frozen/letter@3 " + hash(forms, 3));
    }

    private static String hash(Forms forms, int version) {
        return forms.find("frozen/letter@" + version).orElseThrow().hash();
    }
}
