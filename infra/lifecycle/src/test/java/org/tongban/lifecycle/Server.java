package org.tongban.lifecycle;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;

/** A server that was started from an installation. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;
    private final Path data;

    private Server(Process process, URI address, Path data) {
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /** Starts it and waits until it is ready. */
    static Server start(ProcessBuilder command, URI address, Path data) throws IOException {
        var log = data.resolve("server.log");
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new Server(process, address, data);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || server.isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended: " + Files.readString(log));
        }
        return server;
    }

    private boolean isReady() {
        try {
            return anyone().get("/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Api anyone() {
        return Api.at(address);
    }

    /** Signs a sample account in. */
    Api as(String realm, String login) {
        var variable = "DEMO_" + login.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD=";
        try {
            var password = Files.readAllLines(data.resolve("demo-accounts.env")).stream()
                    .filter(line -> line.startsWith(variable))
                    .map(line -> line.substring(variable.length()))
                    .findFirst()
                    .orElseThrow();
            var session = ok(anyone().post(
                            "/api/platform/v1/sessions",
                            Api.json("{'realm': '%s', 'login': '%s', 'password': '%s'}"
                                    .formatted(realm, login, password))));
            return anyone().withToken(session.json().path("accessToken").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer, where it is one of success. */
    static Answer ok(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
