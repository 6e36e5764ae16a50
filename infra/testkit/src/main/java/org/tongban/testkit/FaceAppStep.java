package org.tongban.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One call of {@code infra/face-app} in a {@link Guide}: the script is run as a reader runs it. */
final class FaceAppStep {
    private final List<String> words;
    private final Map<String, String> variables;
    private final Path checkout;

    FaceAppStep(String block, Map<String, String> variables, Path checkout) {
        this.words = CurlCommand.words(block, variables);
        this.variables = variables;
        this.checkout = checkout;
    }

    void run(Api api) {
        var command = new ArrayList<>(words);
        command.set(0, checkout.resolve(words.getFirst()).toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SERVER", api.address().toString(),
                        "ADMIN_PASSWORD", variables.get("ADMIN_PASSWORD"),
                        "FACE_APP_FILE", variables.get("FACE_APP_FILE")));
        try {
            var app = builder.start();
            var said = new String(app.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (app.waitFor() != 0) {
                throw new AssertionError(words + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
