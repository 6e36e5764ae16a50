package org.tongban.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("CO-5")
class LauncherTest {
    @TempDir
    private Path folder;

    private Path data;
    private SampleInstallation installation;

    @BeforeEach
    void lay_out_a_core() throws IOException {
        data = folder.resolve("data");
        installation = new SampleInstallation(folder.resolve("home"));
        installation.withLib("z.jar", "z/Z.class").withLib("core.jar", "core/Core.class");
    }

    @Test
    void orders_lib_by_name_then_modules_by_needs_then_by_id() throws Exception {
        installation
                .withModule("alpha", "needs.beta=[0.1,0.2)\nneeds.beta.optional=true")
                .withModule("beta", "needs.gamma=[0.1,0.2)")
                .withModule("gamma", "")
                .withModule("delta", "");

        assertThat(classPath())
                .containsExactly(
                        "core.jar",
                        "z.jar",
                        "module-delta.jar",
                        "module-gamma.jar",
                        "module-beta.jar",
                        "module-alpha.jar");
    }

    @Test
    void starts_modules_whose_needs_form_a_circle_so_that_the_platform_can_say_so() throws Exception {
        installation.withModule("alpha", "needs.beta=[0.1,0.2)").withModule("beta", "needs.alpha=[0.1,0.2)");

        assertThat(classPath()).containsExactly("core.jar", "z.jar", "module-alpha.jar", "module-beta.jar");
    }

    @Test
    void refuses_two_jars_that_hold_the_same_class() throws Exception {
        installation.withModule("alpha", "", "core/Core.class");

        assertThatExceptionOfType(LaunchRefused.class)
                .isThrownBy(this::prepare)
                .withMessageContaining("The class core.Core is in two jars")
                .withMessageContaining("core.jar")
                .withMessageContaining("module-alpha.jar");
    }

    @Test
    void takes_a_jar_that_two_modules_bring_once() throws Exception {
        var shared = Map.of("shared/Shared.class", "same");
        for (var id : List.of("alpha", "beta")) {
            installation.withModule(id, "");
            installation.with(installation.home().resolve("modules").resolve(id).resolve("shared.jar"), shared);
        }

        assertThat(classPath())
                .containsExactly("core.jar", "z.jar", "module-alpha.jar", "shared.jar", "module-beta.jar");
    }

    @Test
    void lets_jars_describe_the_same_package() throws Exception {
        installation
                .withModule("alpha", "", "shared/package-info.class", "module-info.class")
                .withModule("beta", "", "shared/package-info.class", "module-info.class");

        assertThat(classPath()).hasSize(4);
    }

    @Test
    void refuses_a_folder_without_a_module() throws Exception {
        installation.with(installation.home().resolve("modules/odd/some.jar"), Map.of("odd/Odd.class", ""));

        assertThatExceptionOfType(LaunchRefused.class)
                .isThrownBy(this::prepare)
                .withMessageContaining("odd holds no module");
    }

    @Test
    void refuses_one_module_in_two_folders() throws Exception {
        installation.withModule("alpha", "");
        installation.with(
                installation.home().resolve("modules/copy/alpha.jar"),
                Map.of("META-INF/tongban/module.properties", "id=alpha"));

        assertThatExceptionOfType(LaunchRefused.class)
                .isThrownBy(this::prepare)
                .withMessageContaining("The module “alpha” is there twice");
    }

    @Test
    void refuses_a_jar_that_is_none() throws Exception {
        Files.writeString(installation.home().resolve("lib/broken.jar"), "no zip");

        assertThatExceptionOfType(LaunchRefused.class)
                .isThrownBy(this::prepare)
                .withMessageContaining("broken.jar cannot be read");
    }

    @Test
    void writes_a_new_cache_after_a_jar_has_changed() throws Exception {
        var before = cacheOption();
        installation.withLib("core.jar", "core/Core.class", "core/More.class");

        assertThat(before).startsWith("-XX:AOTCacheOutput=");
        assertThat(cacheOption()).startsWith("-XX:AOTCacheOutput=").isNotEqualTo(before);
    }

    @Test
    void throws_half_a_cache_away_and_starts_without() throws Exception {
        var output = Path.of(cacheOption().substring("-XX:AOTCacheOutput=".length()));
        Files.writeString(output, "half a cache");
        Files.writeString(Path.of(output.toString().replace(".new", ".started")), "");

        assertThat(cacheOption()).isEqualTo("-XX:AOTCacheOutput=" + output);
        assertThat(output).doesNotExist();
    }

    @Test
    void names_the_commands_there_are_where_one_is_unknown() {
        assertThatExceptionOfType(LaunchRefused.class)
                .isThrownBy(() -> Command.named("serve"))
                .withMessage("There is no command “serve”: use bin/tongban server or bin/tongban migrate.");
    }

    private Path prepare() throws LaunchRefused {
        return Launcher.prepare(installation.home(), data, Command.SERVER, true);
    }

    private List<String> arguments() throws Exception {
        return Files.readAllLines(prepare()).stream()
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }

    private String cacheOption() throws Exception {
        return arguments().getFirst();
    }

    private List<String> classPath() throws Exception {
        var arguments = arguments();
        var value = arguments.get(arguments.indexOf("-cp") + 1);
        return List.of(value.split(System.getProperty("path.separator"))).stream()
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();
    }
}
