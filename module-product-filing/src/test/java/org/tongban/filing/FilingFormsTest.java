package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.form.Forms;
import org.tongban.core.form.IdentifierChecks;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.form.StrictJson;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.web.Violation;

/** The forms of the filing, each against a corpus of documents: a base, changed by a merge patch for each case. */
@Tag("CO-30")
@Tag("CO-31")
@Tag("PF-31")
class FilingFormsTest {
    private static final List<String> NAMES = List.of(
            "unit-registration@1",
            "verification@1",
            "verification-change@1",
            "assets@1",
            "manual-patent@1",
            "product@1",
            "linked-patents@1",
            "evidence@1",
            "update@2027",
            "revocation@1",
            "objection@1",
            "objection-statement@1");
    private static final Forms FORMS = forms();

    private record Parts(List<FormDefinition> forms) implements PlatformModule {}

    private static Forms forms() {
        var sets = new ReferenceSets();
        var compiler = new SchemaCompiler(
                IdentifierChecks.all(() -> LocalDate.of(2026, 11, 20)), (set, level, code) -> sets.contains(set, code));
        var definitions = NAMES.stream()
                .map(name -> new FormDefinition(id(name), new Title(name, name)))
                .toList();
        return new Forms(compiler, List.of(new Parts(definitions)));
    }

    private static String id(String name) {
        return "product-filing/" + name;
    }

    static Stream<Arguments> cases() {
        return NAMES.stream().flatMap(name -> {
            var corpus = corpus(name);
            return StreamSupport.stream(corpus.path("cases").spliterator(), false)
                    .map(one -> Arguments.of(name, one.path("title").asText(), corpus.path("base"), one));
        });
    }

    private static JsonNode corpus(String name) {
        var path = "/forms/" + id(name) + ".corpus.json";
        try (var stream = Objects.requireNonNull(FilingFormsTest.class.getResourceAsStream(path), path)) {
            return switch (StrictJson.parse(stream.readAllBytes())) {
                case StrictJson.Parsed.Tree(var document) -> document;
                case StrictJson.Parsed.Refused(var violations) -> throw new AssertionError(path + violations);
            };
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void judges_a_document_as_the_corpus_says(String name, String title, JsonNode base, JsonNode one) {
        var document = FORMS.normalise(id(name), patched(base, one.path("patch")));

        assertThat(brief(FORMS.submit(id(name)).check(document)))
                .containsExactlyInAnyOrderElementsOf(texts(one.path("expected")));
        assertThat(brief(FORMS.draft(id(name)).check(document)))
                .containsExactlyInAnyOrderElementsOf(texts(one.path("draft")));
    }

    @Test
    void lets_out_to_the_public_only_what_is_marked_so() {
        var properties = FORMS.schema(id("product@1")).path("properties");

        assertThat(properties.properties())
                .allSatisfy(property -> assertThat(
                                property.getValue().path("x-public").asText())
                        .as(property.getKey())
                        .isIn("filed", "never"));
        assertThat(List.of("sales", "exports", "netProfit", "outputValue", "grossMargin", "totalCost", "purposes"))
                .allSatisfy(name -> assertThat(
                                properties.path(name).path("x-public").asText())
                        .isEqualTo("never"));
    }

    private static JsonNode patched(JsonNode base, JsonNode patch) {
        var document = (ObjectNode) base.deepCopy();
        for (var change : patch.properties()) {
            if (change.getValue().isNull()) {
                document.remove(change.getKey());
            } else {
                document.set(change.getKey(), change.getValue());
            }
        }
        return document;
    }

    private static List<String> brief(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
