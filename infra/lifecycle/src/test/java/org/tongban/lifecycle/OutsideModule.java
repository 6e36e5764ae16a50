package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The programme in {@code src/test/suggestions}, built in a folder outside the source tree as its owner would build it:
 * against a repository of what this build made, with a local Maven repository of its own. What comes from elsewhere is
 * taken from the user's local repository, where the platform's own build has put it, so that no network is needed.
 *
 * @param first the jar of version 1.0.0
 * @param next the jar of version 1.1.0, which has one migration and one endpoint more
 */
record OutsideModule(Path first, Path next) {
    static final String ID = "suggestions";

    private static final Path CHECKOUT = Path.of(System.getProperty("tongban.checkout"));
    private static final OutsideModule BUILT = build();

    static OutsideModule built() {
        return BUILT;
    }

    private static OutsideModule build() {
        try {
            var work = Files.createTempDirectory("tongban-outside");
            var target = Path.of(System.getProperty("tongban.test.data")).resolveSibling("outside");
            Files.createDirectories(target);
            var tests = CHECKOUT.resolve("infra/lifecycle/src/test");
            var project = work.resolve(ID);
            Folders.copy(tests.resolve("suggestions"), project);
            var settings = settings(target);
            var first = made(project, settings, target.resolve("first"));
            Folders.copy(tests.resolve("suggestions-next"), project);
            var pom = project.resolve("pom.xml");
            Files.writeString(
                    pom, Files.readString(pom).replace("<version>1.0.0</version>", "<version>1.1.0</version>"));
            var next = made(project, settings, target.resolve("next"));
            Folders.delete(work);
            return new OutsideModule(first, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path settings(Path target) throws IOException {
        var repository = target.resolve("repository");
        var copied = Ended.of(
                new ProcessBuilder("bash", CHECKOUT.resolve("infra/repository").toString(), repository.toString()));
        assertThat(copied.code()).as(copied.toString()).isZero();
        // The modules under test are those of this build, not those that an earlier one left here.
        Folders.delete(target.resolve("local/org/tongban"));
        var settings = target.resolve("settings.xml");
        Files.writeString(settings, """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors>
                <mirror><id>files</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
              </mirrors>
              <profiles>
                <profile>
                  <id>built</id>
                  <repositories>
                    <repository><id>tongban</id><url>%s</url></repository>
                  </repositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>built</activeProfile></activeProfiles>
            </settings>
            """.formatted(
                        target.resolve("local"),
                        Path.of(System.getProperty("tongban.maven.repository")).toUri(),
                        repository.toUri()));
        return settings;
    }

    private static Path made(Path project, Path settings, Path target) throws IOException {
        var maven = Path.of(System.getProperty("tongban.maven"), "bin", "mvn");
        var build = new ProcessBuilder(List.of(
                maven.toString(),
                "-B",
                "-ntp",
                "-q",
                "-s",
                settings.toString(),
                "-f",
                project.resolve("pom.xml").toString(),
                "package"));
        // On the JDK of the tests, whichever the build around them runs on.
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var ended = Ended.of(build);
        assertThat(ended.code()).as(ended.toString()).isZero();
        Files.createDirectories(target);
        try (var files = Files.list(project.resolve("target"))) {
            var jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .max((a, b) -> a.compareTo(b))
                    .orElseThrow();
            return Files.copy(jar, target.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
