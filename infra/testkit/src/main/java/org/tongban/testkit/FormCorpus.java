package org.tongban.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.web.Violation;

/**
 * Judges the corpus of every form of a module: good and bad documents in {@code forms/<form>.corpus.json} of its test
 * resources, which every form must have (CO-30, CO-31). A module's test is an empty subclass in the module's package.
 */
@TongbanTest
@Tag("CO-30")
@Tag("CO-31")
public abstract class FormCorpus {
    private final Forms forms = Tongban.running().context().getBean(Forms.class);

    @TestFactory
    Stream<DynamicNode> judges_every_document_as_its_corpus_says() {
        var module = module().descriptor().id();
        return forms.all().stream()
                .filter(form -> form.module().equals(module))
                .map(form -> DynamicContainer.dynamicContainer(
                        form.definition().id(),
                        cases(form).stream().map(one -> DynamicTest.dynamicTest(one.title(), () -> judge(form, one)))));
    }

    private Installed module() {
        var name = getClass().getPackageName() + ".";
        return Tongban.running().context().getBean(ModuleRegistry.class).modules().stream()
                .filter(module -> name.startsWith(module.descriptor().basePackage() + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module has the package " + name));
    }

    private List<CorpusCase> cases(RegisteredForm form) {
        var path = "/forms/" + form.definition().id() + ".corpus.json";
        try (var corpus = getClass().getResourceAsStream(path)) {
            assertNotNull(corpus, "every form needs a corpus: " + path);
            return CorpusCase.read(corpus.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private void judge(RegisteredForm form, CorpusCase one) {
        var document = forms.normalise(form.definition().id(), one.document());

        assertEquals(sorted(one.expected().stream()), brief(form.submit().check(document)), "submitted");
        assertEquals(sorted(one.draft().stream()), brief(form.draft().check(document)), "as a draft");
    }

    private static List<String> brief(List<Violation> violations) {
        return sorted(violations.stream().map(violation -> violation.pointer() + " " + violation.code()));
    }

    private static List<String> sorted(Stream<String> violations) {
        return violations.sorted().toList();
    }
}
