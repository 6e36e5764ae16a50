package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.web.Violation;
import org.tongban.testkit.CorpusCase;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The server and ajv, as a portal runs it, say the same of every document in the corpus of every form. */
@TongbanTest
@Tag("CO-31")
class FormVerdictsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tongban.checkout"));
    private static final Path TARGET = OutsideTool.NPM.resolve("target");

    /** What is wrong in JSON's own terms no keyword can say: the server alone refuses it. */
    private static final Set<String> SERVER_ALONE = Set.of("control-character");

    private static final String UNKNOWN_CODE = "unknown-code";

    private record Verdict(String form, String title, JsonNode document, Set<String> pointers, List<String> unknown) {
        String name() {
            return form + ": " + title;
        }
    }

    @Test
    void ajv_in_strict_mode_finds_what_the_server_finds(Tongban tongban) throws Exception {
        var node = OutsideTool.node();
        var forms = tongban.context().getBean(Forms.class);
        var verdicts = new ArrayList<Verdict>();
        for (var form : forms.all()) {
            for (var one : corpus(form)) {
                verdicts.add(verdict(forms, form, form.definition().id(), one));
                verdicts.add(verdict(forms, form, form.definition().id() + "/draft", one));
            }
        }
        assertThat(verdicts.size()).isGreaterThan(100);
        var vocabulary = TARGET.resolve("vocabulary.mjs");
        Files.createDirectories(TARGET);
        Files.write(vocabulary, tongban.anonymous().get("/assets/vocabulary.js").body());

        var printed = OutsideTool.run(
                Map.of(),
                List.of(
                        node,
                        "verdicts.mjs",
                        vocabulary.toString(),
                        input(forms, verdicts).toString()));

        var answered = new ObjectMapper().readTree(printed);
        assertThat(answered).hasSameSizeAs(verdicts);
        for (var i = 0; i < verdicts.size(); i++) {
            assertThat(texts(answered.get(i)))
                    .as(verdicts.get(i).name())
                    .isEqualTo(verdicts.get(i).pointers());
        }
    }

    private static List<CorpusCase> corpus(RegisteredForm form) throws IOException {
        // Core's tests through the API lie in the test kit.
        var sources = form.module().equals("platform") ? "infra/core-tests" : "module-" + form.module();
        var file = CHECKOUT.resolve(sources + "/src/test/resources/forms")
                .resolve(form.definition().id() + ".corpus.json");
        return CorpusCase.read(Files.readAllBytes(file));
    }

    private static Verdict verdict(Forms forms, RegisteredForm form, String schema, CorpusCase one) {
        var document = forms.normalise(form.definition().id(), one.document());
        var found = (schema.endsWith("/draft") ? form.draft() : form.submit()).check(document);
        var pointers = new TreeSet<String>();
        found.stream()
                .filter(violation -> !SERVER_ALONE.contains(violation.code()))
                .map(Violation::pointer)
                .forEach(pointers::add);
        var unknown = found.stream()
                .filter(violation -> violation.code().equals(UNKNOWN_CODE))
                .map(violation -> document.at(violation.pointer()).asText())
                .toList();
        return new Verdict(schema, one.title(), one.document(), pointers, unknown);
    }

    private static Path input(Forms forms, List<Verdict> verdicts) throws IOException {
        var input = JsonNodeFactory.instance.objectNode();
        var schemas = input.putObject("forms");
        for (var form : forms.all()) {
            schemas.set(form.definition().id(), form.submit().source());
            schemas.set(form.definition().id() + "/draft", form.draft().source());
        }
        var cases = input.putArray("cases");
        for (var verdict : verdicts) {
            var one = cases.addObject().put("form", verdict.form());
            one.set("document", verdict.document());
            verdict.unknown().forEach(one.putArray("unknownCodes")::add);
        }
        var file = TARGET.resolve("verdicts.json");
        Files.writeString(file, input.toString());
        return file;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }
}
