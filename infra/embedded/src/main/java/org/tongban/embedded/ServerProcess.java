package org.tongban.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL process that works on a data folder; it outlives us when we are killed. */
final class ServerProcess {
    private static final int FAST_SHUTDOWN_SECONDS = 60;
    private static final int IMMEDIATE_SHUTDOWN_SECONDS = 20;

    private final ProcessHandle handle;

    private ServerProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** The process named by the folder's pid file, if it lives and really is the server of this folder. */
    static Optional<ServerProcess> of(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2
                || !lines.getFirst().strip().matches("[0-9]{1,10}")
                || !lines.get(1).strip().equals(folder.toString())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> serves(handle.info(), folder))
                .map(ServerProcess::new);
    }

    // A number in a file may meanwhile belong to anybody: only a postgres started with "-D <this folder>" counts.
    private static boolean serves(ProcessHandle.Info info, Path folder) {
        boolean postgres = info.command()
                .map(command -> Path.of(command.replace(" (deleted)", "")).getFileName())
                .filter(name -> name.toString().equals("postgres"))
                .isPresent();
        return postgres
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(folder.toString()))
                        .orElse(false);
    }

    /**
     * Ends what a killed predecessor left behind, and removes a pid file whose number is now somebody else's:
     * PostgreSQL itself would take that process for a rival and not start.
     */
    static void clear(Path folder) throws IOException {
        Optional<ServerProcess> left = of(folder);
        if (left.isPresent()) {
            left.get().stop();
        }
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /** Fast shutdown: open transactions roll back, a checkpoint is written, the process is gone on return. */
    void stop() throws IOException {
        signal("INT");
        if (!ended(FAST_SHUTDOWN_SECONDS)) {
            signal("QUIT"); // crash recovery at the next start loses nothing committed
            if (!ended(IMMEDIATE_SHUTDOWN_SECONDS)) {
                throw new IOException("PostgreSQL (process " + handle.pid() + ") does not stop");
            }
        }
    }

    /** Returns when the process has ended, for whatever reason. */
    void await() {
        handle.onExit().join();
    }

    // Java can send SIGTERM only, at which PostgreSQL waits for its clients without end.
    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + handle.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping PostgreSQL", e);
        }
    }

    private boolean ended(int seconds) throws IOException {
        try {
            handle.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping PostgreSQL", e);
        } catch (ExecutionException | CompletionException e) {
            throw new IOException("PostgreSQL's process cannot be watched", e);
        }
    }
}
