package org.tongban.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL and the object store, prints {@code READY <file with the settings>} and runs until SIGTERM,
 * Ctrl-C or, with EMBEDDED_EXIT_WITH_PARENT=true, the end of its standard input.
 */
public final class Embedded {
    private final Settings settings;
    private final DataFolder folder;
    private final AtomicBoolean stopping = new AtomicBoolean();

    // A stop that comes during the start waits for it, and then finds everything that must be ended.
    private final ReentrantLock transition = new ReentrantLock();

    private @Nullable ObjectStore store;

    private Embedded(Settings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            Embedded embedded = new Embedded(settings, DataFolder.open(settings.data()));
            if (settings.exitWithParent()) {
                Thread.ofPlatform().daemon().name("parent-watch").start(Embedded::exitAtEndOfInput);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(embedded::stop, "stop"));
            embedded.start();
            embedded.run();
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // What the parent writes has no meaning; that it lives has.
            }
        } catch (IOException e) {
            // A broken pipe is the parent's end as well.
        }
        System.exit(0);
    }

    private void start() throws StartRefused {
        transition.lock();
        try {
            if (stopping.get()) {
                return;
            }
            Files.deleteIfExists(folder.connection());
            DataFolder.write(folder.pid(), ProcessHandle.current().pid() + "\n");
            int storePort = Ports.free(settings.storePort(), Settings.STORE_PORT);
            Secrets secrets = Secrets.of(folder.secrets(), Postgres.isPrepared(folder));
            Postgres postgres = Postgres.start(folder, secrets, settings.postgresPort());
            ObjectStore started = ObjectStore.start(folder.objects(), secrets, storePort);
            store = started;
            DataFolder.write(folder.connection(), connection(postgres, started, secrets));
            System.out.println("READY " + folder.connection());
        } catch (IOException e) {
            throw new StartRefused("The folder " + settings.data() + " cannot be written: " + e.getMessage() + ".", e);
        } finally {
            transition.unlock();
        }
    }

    private static Map<String, String> connection(Postgres postgres, ObjectStore store, Secrets secrets) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("DATABASE_URL", postgres.url());
        values.put("DATABASE_USER", Postgres.APPLICATION);
        values.put("DATABASE_PASSWORD", secrets.applicationPassword());
        values.put("DATABASE_OWNER_USER", Postgres.OWNER);
        values.put("DATABASE_OWNER_PASSWORD", secrets.ownerPassword());
        values.put("S3_ENDPOINT", store.endpoint());
        values.put("S3_REGION", ObjectStore.REGION);
        values.put("S3_BUCKET", ObjectStore.BUCKET);
        values.put("S3_ACCESS_KEY", secrets.storeAccessKey());
        values.put("S3_SECRET_KEY", secrets.storeSecretKey());
        values.put("MASTER_KEY", secrets.masterKey());
        return values;
    }

    private void run() throws StartRefused {
        try {
            ServerProcess.of(folder.postgres()).ifPresent(ServerProcess::await);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL's pid file cannot be read: " + e.getMessage() + ".", e);
        }
        if (!stopping.get()) {
            throw new StartRefused("PostgreSQL ended by itself: see " + folder.postgresLog() + ", then start again.");
        }
    }

    // Runs as the shutdown hook, after a refused start too.
    private void stop() {
        stopping.set(true);
        transition.lock();
        try {
            Files.deleteIfExists(folder.connection());
            closeStore();
            Optional<ServerProcess> postgres = ServerProcess.of(folder.postgres());
            if (postgres.isPresent()) {
                postgres.get().stop();
            }
            Files.deleteIfExists(folder.pid());
            folder.close();
        } catch (IOException e) {
            System.err.println("The stop was not clean: " + e.getMessage() + ".");
        } finally {
            transition.unlock();
        }
    }

    // PostgreSQL is stopped even when the store refuses to.
    private void closeStore() {
        if (store != null) {
            try {
                store.close();
            } catch (IOException e) {
                System.err.println(e.getMessage() + ".");
            }
        }
    }
}
