package org.tongban.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The process as others start it: a JVM of its own with the class path of the zip, all ports free ones. */
final class EmbeddedProcess implements AutoCloseable {
    private final Process process;
    private final Path data;

    private EmbeddedProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** A folder that no test has used. */
    static Path newFolder() {
        return Path.of(System.getProperty("embedded.folder"), UUID.randomUUID().toString());
    }

    /** Starts and waits for READY. */
    static EmbeddedProcess start(Path data) throws IOException {
        EmbeddedProcess started = new EmbeddedProcess(launch(data, Map.of()), data);
        BufferedReader output = started.process.inputReader();
        String line = output.readLine();
        if (!("READY " + data.resolve("embedded.env")).equals(line)) {
            throw new IllegalStateException("not ready but: " + line + "\n" + errors(started.process));
        }
        return started;
    }

    /** Starts, expecting the end of the process. */
    static Refusal refused(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        Process process = launch(data, environment);
        String errors = errors(process);
        return new Refusal(process.waitFor(), errors);
    }

    private static String errors(Process process) {
        return process.errorReader().lines().collect(Collectors.joining("\n"));
    }

    private static Process launch(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("embedded.classpath"),
                "org.tongban.embedded.Embedded");
        Map<String, String> variables = new HashMap<>(Map.of(
                "TONGBAN_DATA", data.toString(),
                "EMBEDDED_PG_PORT", "0",
                "EMBEDDED_S3_PORT", "0",
                "EMBEDDED_EXIT_WITH_PARENT", "true"));
        variables.putAll(environment);
        builder.environment().putAll(variables);
        return builder.start();
    }

    Path data() {
        return data;
    }

    Map<String, String> settings() {
        try {
            return DataFolder.read(data.resolve("embedded.env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String setting(String name) {
        String value = settings().get(name);
        if (value == null) {
            throw new IllegalStateException("embedded.env lacks " + name);
        }
        return value;
    }

    /** The PostgreSQL process, by its own pid file. */
    ProcessHandle postgres() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** SIGTERM; the exit code. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy(); // Process.destroy closes the pipes too, which is the other way to stop
        return process.waitFor();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What the end of the parent does; the exit code. */
    int closeInput() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
    }

    /** How a start that was refused ended. */
    record Refusal(int exitCode, String message) {}
}
