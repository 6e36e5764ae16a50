package org.tongban.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule catches what it is for, and lets pass what only looks like it. */
class RulesTest {
    private static final String MAIN = "platform-core/src/main/java/org/tongban/core/";

    @ParameterizedTest
    @ValueSource(strings = {"see /%s/me/notes.md", "\"/%s/x\"", "cd /%s/a"})
    void catches_a_path_of_one_machine(String line) {
        for (var folder : List.of("home", "root", "work", "Users")) {
            assertThat(LineRule.NO_MACHINE_PATH.violations(new SourceFile("docs/a.md", line.formatted(folder))))
                    .hasSize(1);
        }
        assertThat(LineRule.NO_MACHINE_PATH.violations(new SourceFile("docs/a.md", "GET /api/%s/v1".formatted("work"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TO%sDO: later", "FIX%sME", "throws \"not imple%smented\"", "coming so%son"})
    void catches_the_words_of_unfinished_work(String line) {
        var text = "fine\n" + line.formatted("");
        assertThat(LineRule.NO_UNFINISHED_WORK.violations(new SourceFile("infra/up", text)))
                .singleElement()
                .asString()
                .startsWith("infra/up:2: ");
    }

    @Test
    void catches_a_sleep_in_a_test_too() {
        var test = MAIN.replace("main", "test") + "ATest.java";
        assertThat(LineRule.NO_SLEEP.violations(new SourceFile(test, "Thread%ssleep(5);".formatted("."))))
                .hasSize(1);
        assertThat(LineRule.NO_SLEEP.violations(new SourceFile(test, "TimeUnit.SECONDS%ssleep(5);".formatted("."))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var t = Instant.now();",
                "LocalDate.now(zone)",
                "System.currentTimeMillis()",
                "Clock.systemUTC()",
                "new Date()"
            })
    void catches_a_clock_outside_core_time(String line) {
        assertThat(LineRule.NO_CLOCK_BUT_OURS.violations(new SourceFile(MAIN + "form/A.java", line)))
                .hasSize(1);
        assertThat(LineRule.NO_CLOCK_BUT_OURS.violations(new SourceFile(MAIN + "time/A.java", line)))
                .isEmpty();
        assertThat(LineRule.NO_CLOCK_BUT_OURS.violations(new SourceFile(MAIN + "form/A.java", " * " + line)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    at timestamptz not null default now(),",
                "where due_on <= current_date",
                "set at = CURRENT_TIMESTAMP",
                "select clock_timestamp()"
            })
    void catches_a_statement_that_asks_the_database_for_the_time(String line) {
        var migration = "module-a/src/main/resources/db/migration/a/V1__a.sql";
        for (var path : List.of(MAIN + "form/ARepository.java", migration)) {
            assertThat(LineRule.NO_TIME_IN_SQL.violations(new SourceFile(path, line)))
                    .hasSize(1);
        }
        assertThat(LineRule.NO_TIME_IN_SQL.violations(new SourceFile(MAIN + "time/A.java", line)))
                .isEmpty();
        assertThat(LineRule.NO_TIME_IN_SQL.violations(new SourceFile(migration, "-- " + line)))
                .isEmpty();
        assertThat(LineRule.NO_TIME_IN_SQL.violations(new SourceFile(MAIN + "form/A.java", "add(clock.now());")))
                .isEmpty();
    }

    @Test
    void catches_a_package_without_declaration_null_marks_or_sentence() {
        var source = new SourceFile(MAIN + "form/A.java", "");
        var path = MAIN + "form/package-info.java";
        assertThat(Packages.violations(List.of(source))).hasSize(1);
        assertThat(Packages.violations(List.of(source, new SourceFile(path, "package org.tongban.core.form;"))))
                .hasSize(2);
        assertThat(Packages.violations(List.of(source, new SourceFile(path, "/** */ @NullMarked package a;"))))
                .hasSize(1);
        assertThat(Packages.violations(List.of(source, new SourceFile(path, "/** Forms. */ @NullMarked package a;"))))
                .isEmpty();
    }

    @Test
    void catches_a_long_class_without_reason_and_a_reason_without_long_class() {
        var longClass = new SourceFile("A.java", "x\n".repeat(LongClasses.LIMIT + 1));
        var justRight = new SourceFile("B.java", "x\n".repeat(LongClasses.LIMIT));
        var sources = List.of(longClass, justRight);
        assertThat(LongClasses.violations(sources, new SourceFile("list", "# list")))
                .hasSize(1);
        assertThat(LongClasses.violations(sources, new SourceFile("list", "A.java")))
                .hasSize(1);
        assertThat(LongClasses.violations(sources, new SourceFile("list", "A.java: one table")))
                .isEmpty();
        assertThat(LongClasses.violations(sources, new SourceFile("list", "A.java: one table\nB.java: too")))
                .hasSize(1);
    }

    @Test
    void catches_what_does_not_belong_at_the_top() {
        assertThat(TopLevel.violations(List.of("pom.xml", "docs/a.md", ".ci/run", "module-sme/pom.xml", "tmp/a", "x")))
                .containsExactly("tmp", "x");
    }

    @Test
    void catches_a_version_that_differs_and_a_module_that_the_bom_forgets() {
        var root = pom("tongban-parent", "0.1.0", dependency("module-sme", "0.2.0"));
        var module = pom("module-sme", "0.1.0", "");
        assertThat(ModuleVersions.violations(List.of(
                        new SourceFile("pom.xml", root),
                        new SourceFile("module-sme/pom.xml", module),
                        new SourceFile("infra/bom/pom.xml", pom("tongban-bom", "0.1.0", "")))))
                .hasSize(2);
    }

    @Test
    void formats_and_drops_unused_imports() {
        var source = new SourceFile("A.java", "import java.util.Map;\nimport java.util.List;\nclass A{List<A> a;}\n");
        assertThat(new JavaFormat().format(source))
                .isEqualTo("import java.util.List;\n\nclass A {\n    List<A> a;\n}\n");
        assertThatThrownBy(() -> new JavaFormat().format(new SourceFile("B.java", "class {")))
                .hasMessageStartingWith("B.java cannot be parsed");
    }

    @Test
    void reads_a_tree_that_came_without_git(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("platform-core/target"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("platform-core/target/left-out"), "");
        Files.write(folder.resolve("platform-core/picture"), new byte[] {(byte) 0x89, 0, 1});
        var tree = SourceTree.around(folder.resolve("platform-core"));
        assertThat(tree.paths()).containsExactly("platform-core/picture", "pom.xml");
        assertThat(tree.texts()).extracting(SourceFile::path).containsExactly("pom.xml");
    }

    private static String pom(String artifact, String version, String rest) {
        return "<project><artifactId>%s</artifactId><version>%s</version>%s</project>"
                .formatted(artifact, version, rest);
    }

    private static String dependency(String artifact, String version) {
        return "<dependency><groupId>org.tongban</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted(artifact, version);
    }

    @Test
    @Tag("CO-6")
    void catches_anothers_table_in_queries_and_migrations() {
        var texts = List.of(
                new SourceFile("platform-core/src/main/resources/META-INF/tongban/module.properties", "schema=core"),
                new SourceFile("module-a/src/main/resources/META-INF/tongban/module.properties", "schema=alpha"),
                new SourceFile("module-b/src/main/resources/META-INF/tongban/module.properties", "schema=beta"),
                new SourceFile("module-b/src/main/java/B.java", "\"select 1 from beta.own\"\n\"join alpha.row r\""),
                new SourceFile(
                        "module-a/src/main/resources/db/migration/a/V1__make.sql",
                        "select core.create_number('AA');\ncreate table alpha.row (b uuid references beta.own);"));

        assertThat(ForeignTables.violations(texts))
                .containsExactly(
                        "module-b/src/main/java/B.java:2: alpha.row is another's table: ask its module or the platform",
                        "module-a/src/main/resources/db/migration/a/V1__make.sql:2: beta.own is another's table: ask"
                                + " its module or the platform");
    }
}
