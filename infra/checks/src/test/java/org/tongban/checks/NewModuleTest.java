package org.tongban.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/new-module in a copy of the tree that holds what it reads and writes. */
@Tag("CO-9")
class NewModuleTest {
    private static final SourceTree TREE = SourceTree.around(Path.of(""));
    private static final String POMS =
            "pom.xml|infra/bom/pom.xml|infra/pages/pom.xml|infra/server/pom.xml|infra/system-tests/pom.xml"
                    + "|infra/server/src/assembly/.*";

    @TempDir
    private Path root;

    private record Ended(int status, String said) {}

    @BeforeEach
    void copy() throws IOException {
        for (var path : TREE.paths()) {
            if (path.matches(POMS
                    + "|infra/new-module|infra/lib/.*|infra/(module-template|devloop)/.*|module-[^/]+/src/main/.*")) {
                var copy = root.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.copy(TREE.root().resolve(path), copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Ended newModule(String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of("bash", root.resolve("infra/new-module").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Every file of the copy with its text. */
    private Map<String, String> tree() throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void every_name_of_the_template_is_replaced() throws Exception {
        var before = tree();

        var made =
                newModule("trade-secrets", "--title-zh", "商业秘密登记", "--title-en", "Trade secrets", "--record", "entry");

        assertThat(made.said()).contains("module-trade-secrets").doesNotContain("Exception");
        assertThat(made.status()).isZero();
        var after = tree();
        var added = new TreeMap<>(after);
        added.keySet().removeAll(before.keySet());
        assertThat(added)
                .hasSameSizeAs(before.keySet().stream()
                        .filter(path -> path.startsWith("infra/module-template/"))
                        .toList());
        assertThat(added.keySet()).allMatch(path -> path.startsWith("module-trade-secrets/"));
        added.forEach((path, text) -> assertThat(path + "\n" + text.replace("MessageTemplate", ""))
                .as(path)
                .doesNotContainIgnoringCase("template", "proposal", "模板")
                .doesNotContainPattern("\\bTP\\b"));
        assertThat(added)
                .containsKey("module-trade-secrets/src/main/java/org/tongban/tradesecrets/entry/EntryController.java");
        assertThat(added.get("module-trade-secrets/src/main/resources/META-INF/tongban/module.properties"))
                .contains("id=trade-secrets\n", "title.zh=商业秘密登记\n", "schema=trade_secrets\n")
                .contains("package=org.tongban.tradesecrets\n");
        assertThat(added.get("module-trade-secrets/src/main/java/org/tongban/tradesecrets/TradeSecretsModule.java"))
                .contains("\"entries\"", "\"TS\"", "trade-secrets/entry@1");
    }

    @Test
    void the_poms_take_the_module_up_and_are_else_as_they_were() throws Exception {
        var before = tree();

        assertThat(newModule("consultation", "--record", "reservation").status())
                .isZero();

        var after = tree();
        for (var path : before.keySet()) {
            var added = new ArrayList<>(after.get(path).lines().toList());
            before.get(path).lines().forEach(added::remove);
            if (path.matches(POMS)) {
                assertThat(added).as(path).anyMatch(line -> line.contains("consultation"));
            } else {
                assertThat(after.get(path)).as(path).isEqualTo(before.get(path));
            }
        }
        assertThat(after.get("pom.xml")).contains("    <module>module-consultation</module>\n");
        assertThat(after.get("infra/server/src/assembly/distribution.xml"))
                .contains("<outputDirectory>modules/consultation</outputDirectory>")
                .contains("<include>org.tongban:module-consultation</include>");
        var texts = Stream.of("pom.xml", "infra/bom/pom.xml", "module-consultation/pom.xml")
                .map(path -> new SourceFile(path, after.get(path)))
                .toList();
        assertThat(ModuleVersions.violations(texts)).isEmpty();
    }

    @Test
    void what_does_not_do_is_refused_in_one_sentence_and_nothing_is_written() throws Exception {
        var before = tree();

        assertRefused("reserved", "docs");
        assertRefused("reserved", "order");
        assertRefused("small letters", "TradeSecrets");
        assertRefused("small letters", "trade_secrets");
        assertRefused("small letters", "trade--secrets");
        assertRefused("too long", "a-programme-of-far-too-many-words");
        assertRefused("no package", "new");
        assertRefused("already", "sme");
        assertRefused("in the way", "trade", "--package", "org.tongban.filing.trade");
        assertRefused("in the way", "devloop");
        assertRefused("has the record", "trade", "--record", "product");
        assertRefused("one noun", "trade", "--record", "site-visit");
        assertRefused("something else", "trade", "--record", "review");
        assertRefused("something else", "trade", "--record", "form");
        assertRefused("something else", "trade", "--record", "list");
        assertRefused("no title", "trade", "--title-en", "A \"quoted\" one");
        assertRefused("Usage", "trade", "--colour", "red");
        assertRefused("Usage");

        assertThat(tree()).isEqualTo(before);
    }

    private void assertRefused(String words, String... arguments) throws Exception {
        var refused = newModule(arguments);
        assertThat(refused.status()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said().lines()).hasSize(1).allMatch(line -> line.contains(words));
    }

    @Test
    void a_list_of_modules_that_cannot_be_found_is_refused_before_anything_is_written() throws Exception {
        var bom = root.resolve("infra/bom/pom.xml");
        Files.writeString(bom, Files.readString(bom).replace("<artifactId>module-", "<artifactId>programme-"));
        var before = tree();

        assertRefused("infra/bom/pom.xml", "trade");

        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void a_second_module_of_the_same_id_leaves_the_first_alone() throws Exception {
        newModule("trade");
        var first = tree();

        var second = newModule("trade");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.said()).contains("already");
        assertThat(tree()).isEqualTo(first);
    }

    @Test
    @Tag("CO-5")
    void a_project_outside_the_tree_takes_everything_from_a_repository() throws Exception {
        var before = tree();
        var outside = Files.createDirectory(root.resolve("elsewhere"));

        assertThat(newModule("trade", "--outside", outside.toString()).status()).isZero();

        var pom = Files.readString(outside.resolve("module-trade/pom.xml"));
        assertThat(pom)
                .contains("<relativePath/>", "<classifier>dist</classifier>")
                .doesNotContain("..");
        var after = tree();
        assertThat(after.entrySet()).containsAll(before.entrySet());
    }
}
