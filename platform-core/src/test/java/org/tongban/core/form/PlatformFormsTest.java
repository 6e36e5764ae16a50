package org.tongban.core.form;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.module.CoreModule;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.web.Violation;

/** The platform's own forms, each against its corpus: a base, and what each case puts in its place or takes out. */
@Tag("CO-30")
@Tag("CO-31")
class PlatformFormsTest {
    private static final Forms FORMS = new Forms(
            new SchemaCompiler(IdentifierChecks.all(() -> LocalDate.of(2026, 11, 20)), new ReferenceSets()),
            List.of(new CoreModule()));

    static Stream<Arguments> cases() {
        return FORMS.all().stream().map(form -> form.definition().id()).flatMap(id -> {
            var corpus = read(id + ".corpus.json");
            return StreamSupport.stream(corpus.path("cases").spliterator(), false)
                    .map(one -> Arguments.of(id, one.path("title").asText(), corpus.path("base"), one));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void judges_a_document_as_the_corpus_says(String id, String title, JsonNode base, JsonNode one) {
        var document = FORMS.normalise(id, patched(base, one.path("patch")));

        assertThat(brief(FORMS.submit(id).check(document)))
                .containsExactlyInAnyOrderElementsOf(texts(one.path("expected")));
        assertThat(brief(FORMS.draft(id).check(document)))
                .containsExactlyInAnyOrderElementsOf(texts(one.path("draft")));
    }

    static Stream<String> ids() {
        return FORMS.all().stream().map(form -> form.definition().id());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void accepts_the_example_that_is_shipped(String id) {
        assertThat(brief(FORMS.submit(id).check(read(id + ".example.json")))).isEmpty();
    }

    private static JsonNode read(String name) {
        var path = "/forms/" + name;
        try (var stream = Objects.requireNonNull(PlatformFormsTest.class.getResourceAsStream(path), path)) {
            return switch (StrictJson.parse(stream.readAllBytes())) {
                case StrictJson.Parsed.Tree(var document) -> document;
                case StrictJson.Parsed.Refused(var violations) -> throw new AssertionError(path + violations);
            };
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
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
