package org.tongban.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** How a process ended and what it said. */
record Ended(int code, String output, List<String> errors) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Runs a process to its end. */
    static Ended of(ProcessBuilder builder) {
        try {
            var output = Files.createTempFile("tongban", ".out");
            var errors = Files.createTempFile("tongban", ".err");
            var process = builder.redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            try {
                if (!process.waitFor(PATIENCE)) {
                    throw new IllegalStateException("It does not end: " + builder.command());
                }
                return new Ended(process.exitValue(), Files.readString(output), Files.readAllLines(errors));
            } finally {
                process.destroyForcibly();
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "exit code " + code + "\n" + output + "\n" + String.join("\n", errors);
    }
}
