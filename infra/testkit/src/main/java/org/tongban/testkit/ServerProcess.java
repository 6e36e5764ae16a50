package org.tongban.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.tongban.core.module.Platform;

/** The platform as a process of its own, to be ended without warning; it runs on the test's class path. */
public final class ServerProcess implements AutoCloseable {
    private static final int TRIES = 1_200;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts the server with an environment and waits until it is ready.
     *
     * @param log the file that takes its output
     */
    public static ServerProcess start(Map<String, String> environment, Path log) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx384m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Platform.class.getName());
            builder.environment().putAll(environment);
            builder.environment().put("MICRONAUT_ENVIRONMENTS", "test");
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("PLATFORM_DEMO", "true");
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var started = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
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
            try {
                if (anonymous().get("/health/readiness").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // It does not listen yet.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not become ready: " + Files.readString(log));
    }

    /** A client without a token. */
    public Api anonymous() {
        return new Api(address, null, null);
    }

    /** A client with this access token. */
    public Api withToken(String token) {
        return new Api(address, token, null);
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
