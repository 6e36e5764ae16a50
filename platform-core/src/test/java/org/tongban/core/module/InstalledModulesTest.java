package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.module.InstalledModules.Installed;

/** What does not fit stops the start with one sentence that names the module, its need and what was found (CO-1). */
@Tag("CO-1")
class InstalledModulesTest {
    private static final Predicate<String> ALL_ON = id -> true;
    private static final String TEXT = """
        id=%1$s
        version=%2$s
        title.zh=模块
        title.en=Module
        package=org.example.%1$s
        schema=%1$s
        prefix=%1$s
        %3$s
        """;

    private static Installed module(String id, String version, String... more) {
        return new Installed(descriptor(TEXT.formatted(id, version, String.join("\n", more))), new PlatformModule() {});
    }

    private static ModuleDescriptor descriptor(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ModuleDescriptor.of(properties);
    }

    private static InstalledModules checked(Predicate<String> on, Installed... modules) {
        var all = Stream.concat(Stream.of(module("platform", "0.1.4")), Stream.of(modules))
                .toList();
        return InstalledModules.check(all, on);
    }

    private static List<String> ids(List<Installed> modules) {
        return modules.stream().map(module -> module.descriptor().id()).toList();
    }

    private static void refused(String sentence, Installed... modules) {
        assertThatThrownBy(() -> checked(ALL_ON, modules))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void modules_run_in_the_order_of_their_needs_then_by_id() {
        var found = checked(
                ALL_ON,
                module("c", "1.0"),
                module("a", "1.0", "needs.b=[1,2)"),
                module("b", "1.0", "needs.d=[1,2)"),
                module("d", "1.5", "platform=[0.1,0.2)"));
        assertThat(ids(found.enabled())).containsExactly("platform", "c", "d", "b", "a");
    }

    @Test
    void a_platform_out_of_range_is_refused() {
        refused(
                "The module “a” 1.0 needs the platform [0.2,0.3), found 0.1.4.",
                module("a", "1.0", "platform=[0.2,0.3)"));
    }

    @Test
    void a_module_that_is_missing_is_named_with_who_needs_it() {
        refused(
                "The module “a” 1.0 needs the module “b” [1,2), which is not there or switched off.",
                module("a", "1.0", "needs.b=[1,2)"));
    }

    @Test
    void a_module_out_of_range_is_refused_with_what_was_found() {
        refused(
                "The module “a” 1.0 needs the module “b” [1,2), found 2.0.",
                module("a", "1.0", "needs.b=[1,2)"),
                module("b", "2.0"));
    }

    @Test
    void a_circle_of_needs_is_refused() {
        refused(
                "The modules [a, b] need each other in a circle.",
                module("a", "1.0", "needs.b=[1,2)"),
                module("b", "1.0", "needs.a=[1,2)"),
                module("c", "1.0"));
    }

    @Test
    void an_optional_need_may_be_absent_and_is_told() {
        var found = checked(ALL_ON, module("a", "1.0", "needs.b=[1,2)", "needs.b.optional=true"));
        assertThat(ids(found.enabled())).containsExactly("platform", "a");
        assertThat(found.absent()).containsExactly("The module “a” runs without “b”.");
    }

    @Test
    void an_optional_need_that_is_there_must_be_in_range() {
        refused(
                "The module “a” 1.0 needs the module “b” [1,2), found 3.0.",
                module("a", "1.0", "needs.b=[1,2)", "needs.b.optional=true"),
                module("b", "3.0"));
    }

    @Test
    void an_optional_need_comes_before_who_would_use_it() {
        var found = checked(ALL_ON, module("a", "1.0", "needs.b=[1,2)", "needs.b.optional=true"), module("b", "1.1"));
        assertThat(ids(found.enabled())).containsExactly("platform", "b", "a");
        assertThat(found.absent()).isEmpty();
    }

    @Test
    void one_module_at_most_owns_the_pages() {
        refused(
                "More than one module owns the pages under “/”: [a, b].",
                module("a", "1.0", "pages=/"),
                module("b", "1.0", "pages=/"));
    }

    @Test
    @Tag("CO-4")
    void a_module_switched_off_does_not_run_and_is_known_all_the_same() {
        var found = checked(id -> !id.equals("b"), module("a", "1.0"), module("b", "1.0"));
        assertThat(ids(found.enabled())).containsExactly("platform", "a");
        assertThat(ids(found.disabled())).containsExactly("b");
    }

    @Test
    @Tag("CO-4")
    void a_module_that_another_needs_cannot_be_switched_off() {
        var needy = module("a", "1.0", "needs.b=[1,2)");
        assertThatThrownBy(() -> checked(Set.of("a")::contains, needy, module("b", "1.0")))
                .hasMessageContaining("needs the module “b” [1,2), which is not there or switched off");
    }

    @Test
    @Tag("CO-4")
    void the_platform_itself_cannot_be_switched_off() {
        assertThat(ids(checked(id -> false, module("a", "1.0")).enabled())).containsExactly("platform");
    }

    @Test
    void a_class_path_without_the_platform_is_refused() {
        var alone = List.of(module("a", "1.0"));
        assertThatThrownBy(() -> InstalledModules.check(alone, ALL_ON))
                .hasMessage("The platform's own descriptor is not on the class path.");
    }

    @Test
    void two_modules_of_one_id_are_refused_with_both_places(@TempDir Path folder) throws IOException {
        var first = described(folder.resolve("first"), "a");
        var second = described(folder.resolve("second"), "a");
        try (var loader = new URLClassLoader(new URL[] {first, second}, null)) {
            assertThatThrownBy(() -> InstalledModules.find(loader, ALL_ON))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("The module id “a” is there twice: in ")
                    .hasMessageContaining(first.toString())
                    .hasMessageContaining(second.toString());
        }
    }

    @Test
    @Tag("CO-2")
    void a_descriptor_without_a_declaration_is_refused(@TempDir Path folder) throws IOException {
        try (var loader = new URLClassLoader(new URL[] {described(folder, "a")}, null)) {
            assertThatThrownBy(() -> InstalledModules.find(loader, ALL_ON))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("The module “a” has a descriptor but no PlatformModule in META-INF/services.");
        }
    }

    private static URL described(Path folder, String id) throws IOException {
        var file = folder.resolve(ModuleDescriptor.PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, TEXT.formatted(id, "1.0", ""));
        return folder.toUri().toURL();
    }

    @Test
    void a_descriptor_without_a_key_names_it() {
        assertThatThrownBy(() -> descriptor("id=a\nversion=1.0\n")).hasMessageContaining("title.zh");
        assertThatThrownBy(() -> descriptor("version=1.0\n")).hasMessageContaining("“id”");
    }

    @Test
    void a_descriptor_with_a_version_that_is_none_is_refused() {
        assertThatThrownBy(() -> module("a", "1.0-SNAPSHOT")).hasMessageContaining("1.0-SNAPSHOT");
    }
}
