package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;

/** The inner loop on a module outside the source tree: {@code infra/dev} as a developer runs it. */
@Tag("CO-5b")
class DevTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tongban.checkout"));
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String TOPICS = "/api/suggestions/v1/topics";
    private static final String SUBJECTS = "/api/suggestions/v1/subjects";

    private final Path folder = Path.of(System.getProperty("tongban.test.data"))
            .toAbsolutePath()
            .resolve("dev-" + ProcessHandle.current().pid());
    private final Path project = folder.resolve("suggestions");
    private final Path output = folder.resolve("output.txt");
    private Process process;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        Folders.copy(CHECKOUT.resolve("infra/lifecycle/src/test/suggestions"), project);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var builder =
                new ProcessBuilder("bash", CHECKOUT.resolve("infra/dev").toString(), project.toString(), "--demo");
        var environment = builder.environment();
        environment.put(
                "TONGBAN_DISTRIBUTION",
                CHECKOUT.resolve("infra/server/target/tongban").toString());
        environment.put("TONGBAN_EMBEDDED", System.getProperty("tongban.embedded"));
        environment.put("TONGBAN_DATA", folder.resolve("data").toString());
        environment.put("PORT", Integer.toString(port));
        environment.put("EMBEDDED_PG_PORT", "0");
        environment.put("EMBEDDED_S3_PORT", "0");
        process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        api = Api.at(URI.create("http://127.0.0.1:" + port));
    }

    @AfterEach
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Test
    void what_is_saved_is_live_and_what_does_not_compile_leaves_the_last_good_version() throws IOException {
        awaitLine("live after", 1);
        assertThat(api.get("/api/suggestions/v1").status()).isEqualTo(200);
        assertThat(api.get(TOPICS).status()).isEqualTo(404);

        Folders.copy(CHECKOUT.resolve("infra/lifecycle/src/test/suggestions-next"), project);
        awaitLine("live after", 2);
        assertThat(api.get(TOPICS).status()).isEqualTo(200);

        var controller = project.resolve("src/main/java/org/example/suggestions/TopicController.java");
        var good = Files.readString(controller);
        Files.writeString(controller, good.replace("TopicList listTopics() {", "Nothing listTopics() {"));
        awaitLine("the last good version goes on running", 1);
        assertThat(Files.readString(output)).contains("TopicController.java:27: ", "class Nothing", "1 error after");
        assertThat(api.get(TOPICS).status()).isEqualTo(200);

        Files.writeString(controller, good.replace(TOPICS, SUBJECTS));
        awaitLine("live after", 3);
        assertThat(api.get(SUBJECTS).status()).isEqualTo(200);
        assertThat(api.get(TOPICS).status()).isEqualTo(404);
    }

    private void awaitLine(String words, int times) {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || count(words) >= times);
        assertThat(count(words)).as(said()).isEqualTo(times);
    }

    private int count(String words) {
        return said().split(words, -1).length - 1;
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
