package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a test drives where they are installed: node with the tools of {@code infra/checks/npm}, and a browser. */
final class OutsideTool {
    /** Where {@code npm ci} installs the tools from the lock file. */
    static final Path NPM = Path.of(System.getProperty("tongban.checkout"), "infra/checks/npm");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private OutsideTool() {}

    /** Node, or the test is skipped; with {@code TONGBAN_CI=true} it fails instead. */
    static String node() {
        if (!Files.exists(NPM.resolve("node_modules/.bin/tsc"))
                || !Files.exists(NPM.resolve("node_modules/ajv"))
                || !Files.exists(NPM.resolve("node_modules/standardwebhooks"))) {
            absent("Run npm ci --ignore-scripts in infra/checks/npm to have this tested.");
        }
        return demanded("Install Node.js 20 or newer to have this tested.", "node");
    }

    /** A browser, or the test is skipped; with {@code TONGBAN_CI=true} it fails instead. */
    static String browser() {
        return demanded("Install Chromium to have this tested.", "chromium", "chromium-browser", "google-chrome");
    }

    /** What the browser made of a page, as HTML, once it has had so much time of its own. */
    static String drawn(String browser, String address, Duration budget, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory("tongban-browser"),
                "--virtual-time-budget=" + budget.toMillis(),
                "--dump-dom"));
        command.addAll(List.of(options));
        command.add(address);
        return run(Map.of(), command);
    }

    private static String demanded(String advice, String... names) {
        var found = Stream.of(names).flatMap(name -> onPath(name).stream()).findFirst();
        if (found.isEmpty()) {
            absent(advice);
        }
        return found.orElseThrow();
    }

    private static void absent(String advice) {
        if ("true".equals(System.getenv("TONGBAN_CI"))) {
            fail(advice);
        }
        abort(advice);
    }

    private static Optional<String> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Runs a command in the folder of the tools and answers what it printed; anything but success fails the test. */
    static String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("tongban-tool", ".out");
        var errors = Files.createTempFile("tongban-tool", ".err");
        var builder = new ProcessBuilder(command)
                .directory(NPM.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        boolean ended = process.waitFor(PATIENCE);
        process.destroyForcibly();
        var printed = Files.readString(output);
        var complaints = Files.readString(errors);
        Files.delete(output);
        Files.delete(errors);
        assertThat(ended)
                .as("%s did not end: %s %s", command, printed, complaints)
                .isTrue();
        assertThat(process.exitValue())
                .as("%s: %s %s", command, printed, complaints)
                .isZero();
        return printed;
    }
}
