package org.tongban.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.tongban.core.module.Platform;

/** The platform as a process of its own, with sample accounts, to be ended without warning. */
public final class ServerProcess implements AutoCloseable {
    private static final int TRIES = 1_200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    // As the platform in the process of the tests, whose class must not be loaded here.
    private static final String CHEAP_MEMORY = "256";

    private final Process process;
    private final URI address;
    private final Path data;

    private ServerProcess(Process process, URI address, Path data) {
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /**
     * Starts the server on the test's class path and waits until it is ready.
     *
     * @param environment names the servers and, as TONGBAN_DATA, the folder with the passwords of the sample accounts
     * @param log the file that takes its output
     */
    public static ServerProcess start(Map<String, String> environment, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Platform.class.getName()),
                environment,
                log);
    }

    /**
     * Starts the server of an installation by its {@code bin/server}, and waits until it is ready.
     *
     * @param home the installation's folder
     */
    public static ServerProcess installed(Path home, Map<String, String> environment, Path log) {
        return start(List.of(home.resolve("bin/server").toString()), environment, log);
    }

    private static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            // The server must not be able to change the schema.
            builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_OWNER_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("MICRONAUT_ENVIRONMENTS", "test");
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("PLATFORM_DEMO", "true");
            builder.environment().put("PLATFORM_LIMITS_ENABLED", "false");
            builder.environment().putIfAbsent("PLATFORM_PASSWORDS_MEMORY", CHEAP_MEMORY);
            builder.environment().putIfAbsent("PLATFORM_PASSWORDS_ITERATIONS", "1");
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var data = Path.of(environment.getOrDefault("TONGBAN_DATA", ""));
            var started = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port), data);
            started.awaitReady(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            if (isReady()) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not become ready: " + Files.readString(log));
    }

    /** Whether it says of itself that it can serve. */
    public boolean isReady() {
        try {
            return anonymous().get("/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** A client without a token. */
    public Api anonymous() {
        return new Api(address, null, null);
    }

    /** A client with this access token. */
    public Api withToken(String token) {
        return new Api(address, token, null);
    }

    /** A client signed in anew with a sample account. */
    public Api as(String login) {
        return withToken(signIn(login));
    }

    /** Signs a sample account in anew and answers its access token. */
    public String signIn(String login) {
        return signIn(anonymous(), kept(login, "REALM"), login, kept(login, "PASSWORD"));
    }

    // Not in Tongban: to load that class is to start a platform in this process.
    static String signIn(Api anonymous, String realm, String login, String password) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm)
                .put("login", login)
                .put("password", password);
        var answer = anonymous.post("/api/platform/v1/sessions", body);
        if (answer.status() != 201) {
            throw new IllegalStateException("no sign-in for " + login + ": " + answer.status() + " " + answer.text());
        }
        return answer.json().path("accessToken").asText();
    }

    /** The password of a sample account. */
    public String password(String login) {
        return kept(login, "PASSWORD");
    }

    /** The realm of a sample account. */
    public String realm(String login) {
        return kept(login, "REALM");
    }

    private String kept(String login, String what) {
        var variable = "DEMO_%s_%s=".formatted(login.toUpperCase(Locale.ROOT).replace('-', '_'), what);
        try (var lines = Files.lines(data.resolve("demo-accounts.env"))) {
            return lines.filter(line -> line.startsWith(variable))
                    .map(line -> line.substring(variable.length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
