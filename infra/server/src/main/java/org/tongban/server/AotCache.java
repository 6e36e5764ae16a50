package org.tongban.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * The JDK's cache of loaded classes for one class path. A server writes it at its end; the next start tries it once and
 * then keeps it, if that server had started whole. Whatever is wrong with it, the start goes on without.
 *
 * @param folder holds nothing else
 * @param fingerprint of the jars
 */
record AotCache(Path folder, String fingerprint) {
    private static final Duration TRIAL = Duration.ofSeconds(20);

    static AotCache in(Path folder, String fingerprint) throws IOException {
        Files.createDirectories(folder);
        return new AotCache(folder, fingerprint);
    }

    /** The JVM's options: to use the cache, or else, for the server, to write it at the end. */
    List<String> options(Command command, String classPath) throws IOException {
        sweep();
        if (!Files.exists(ready()) && Files.exists(written())) {
            keepIfSound(classPath);
        }
        if (Files.exists(ready())) {
            return List.of("-XX:AOTCache=" + ready(), "-XX:AOTMode=auto", "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return switch (command) {
            case SERVER -> {
                Files.deleteIfExists(started());
                yield List.of(
                        "-XX:AOTCacheOutput=" + written(),
                        "-Xlog:aot=off",
                        "-Xlog:cds=off",
                        "-D" + Main.STARTED + "=" + started());
            }
            case MIGRATE -> List.of();
        };
    }

    /** Whether the classes of these jars have been looked through. */
    boolean isChecked() {
        return Files.exists(checked());
    }

    void check() throws IOException {
        sweep();
        Files.writeString(checked(), "");
    }

    private Path checked() {
        return folder.resolve(fingerprint + ".checked");
    }

    private Path ready() {
        return folder.resolve(fingerprint + ".aot");
    }

    private Path written() {
        return folder.resolve(fingerprint + ".new");
    }

    private Path started() {
        return folder.resolve(fingerprint + ".started");
    }

    /** Caches of jars that are no longer there. */
    private void sweep() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!file.getFileName().toString().startsWith(fingerprint)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A server killed while it wrote leaves half a cache: a JVM that must use it tells. */
    private void keepIfSound(String classPath) throws IOException {
        if (!Files.exists(started())) {
            Files.delete(written());
            return;
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var trial = new ProcessBuilder(
                        java,
                        "-XX:AOTCache=" + written(),
                        "-XX:AOTMode=on",
                        "-Xlog:disable",
                        "-cp",
                        classPath,
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (trial.waitFor(TRIAL) && trial.exitValue() == 0) {
                Files.move(written(), ready(), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            trial.destroyForcibly();
        }
        Files.deleteIfExists(written());
    }
}
