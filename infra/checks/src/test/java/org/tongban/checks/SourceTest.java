package org.tongban.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tree keeps every rule; what each rule catches is in the tests beside this one. */
class SourceTest {
    private static final SourceTree TREE = SourceTree.around(Path.of(""));
    private static final List<SourceFile> TEXTS = TREE.texts();

    @Test
    void the_tree_is_seen() {
        assertThat(TEXTS)
                .extracting(SourceFile::path)
                .contains("pom.xml", "infra/checks/pom.xml")
                .anyMatch(path -> path.endsWith("SourceTest.java"));
    }

    @Test
    void every_source_is_formatted() {
        var format = new JavaFormat();
        assertThat(TEXTS.parallelStream()
                        .filter(SourceFile::isJava)
                        .filter(source -> !format.format(source).equals(source.text()))
                        .map(SourceFile::path))
                .as("infra/format puts these right")
                .isEmpty();
    }

    @Test
    void no_line_breaks_a_rule() {
        assertThat(LineRule.ALL.stream()
                        .flatMap(rule -> TEXTS.stream().flatMap(source -> rule.violations(source).stream())))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        assertThat(Packages.violations(TEXTS)).isEmpty();
    }

    @Test
    void a_long_class_has_a_reason() {
        var list = TREE.read("infra/checks/long-classes.txt").orElseThrow();
        assertThat(LongClasses.violations(TEXTS, list)).isEmpty();
    }

    @Test
    void nothing_unexpected_lies_at_the_top() {
        assertThat(TopLevel.violations(TREE.paths())).isEmpty();
    }

    @Test
    @Tag("CO-6")
    void no_module_reads_anothers_tables() {
        assertThat(ForeignTables.violations(TEXTS)).isEmpty();
    }

    @Test
    void the_poms_agree_on_the_versions_of_the_modules() {
        assertThat(ModuleVersions.violations(TEXTS)).isEmpty();
    }
}
