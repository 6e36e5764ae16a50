package org.tongban.bench.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tongban.bench.load.Exchange;

/** A server as a process of its own, ready when it is there. */
public final class Application implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Places places;
    private final Process process;
    private final int port;
    private final Duration toReady;
    private final Path log;

    private Application(Places places, Process process, int port, Duration toReady, Path log) {
        this.places = places;
        this.process = process;
        this.port = port;
        this.toReady = toReady;
        this.log = log;
    }

    /**
     * Starts a command and waits until a path answers 200.
     *
     * @param ready that path
     * @param log the file that takes its output
     */
    public static Application start(
            Places places, List<String> command, Map<String, String> environment, String ready, Path log) {
        try {
            int port = freePort();
            Files.createDirectories(log.resolveSibling(""));
            var builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_OWNER"));
            builder.environment().putAll(environment);
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("PUBLIC_URL", "http://localhost:" + port);
            builder.environment().put("JAVA_HOME", places.java().toString());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            long begin = System.nanoTime();
            var process = builder.start();
            await(process, port, ready, log);
            return new Application(places, process, port, Duration.ofNanos(System.nanoTime() - begin), log);
        } catch (IOException e) {
            throw new BenchFailed("A server did not start: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, int port, String ready, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var exchange = new Exchange(port)) {
                if (exchange.send(Exchange.get(ready, null)) == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        process.destroyForcibly();
        throw new BenchFailed("A server did not become ready; its log: " + Files.readString(log));
    }

    public int port() {
        return port;
    }

    public Duration toReady() {
        return toReady;
    }

    /** The largest resident memory so far, in MiB; 0 where the system does not tell. */
    public long peakResidentMiB() {
        return status("VmHWM:");
    }

    private long status(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** What of the heap is in use after a full collection, in KiB. */
    public long liveHeapKiB() {
        run("GC.run");
        return run("GC.heap_info")
                .lines()
                .filter(line -> line.contains("used "))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")))
                .orElse(0L);
    }

    private String run(String command) {
        try {
            var jcmd = new ProcessBuilder(places.command("jcmd").toString(), Long.toString(process.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchFailed("jcmd does not run: " + e.getMessage(), e);
        }
    }

    public boolean ranOutOfMemory() {
        try {
            return !process.isAlive() || Files.readString(log).contains("OutOfMemoryError");
        } catch (IOException e) {
            throw new BenchFailed("A log cannot be read: " + e.getMessage(), e);
        }
    }

    /** Calls while it runs, and ends it whatever happens. */
    public void during(Consumer<Application> work) {
        try (this) {
            work.accept(this);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
