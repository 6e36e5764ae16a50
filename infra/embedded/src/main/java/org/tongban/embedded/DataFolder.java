package org.tongban.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The folder named by TONGBAN_DATA: what lies where, who holds it, and files only its owner reads. */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    @SuppressWarnings("unused") // held for as long as the process lives; the system drops it with kill -9
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder where it is missing and takes its lock. */
    static DataFolder open(Path wanted) throws StartRefused {
        try {
            make(wanted);
            // PostgreSQL writes its folder's real path into its pid file: symbolic links would hide the match.
            Path root = wanted.toRealPath();
            FileChannel channel = FileChannel.open(
                    root.resolve("embedded.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartRefused("The embedded servers of " + root + " are running already" + holder(root)
                        + ": use them, stop that process, or set " + Settings.DATA + " to another folder.");
            }
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + wanted + " cannot be used (" + e.getMessage() + "): set " + Settings.DATA
                            + " to one that can be written.",
                    e);
        }
    }

    private static String holder(Path root) {
        try {
            return " (process " + Files.readString(root.resolve("embedded.pid")).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    Path postgres() {
        return root.resolve("postgresql");
    }

    // Two deep: the library that unpacks here opens the last folder to everybody.
    Path binaries() {
        return root.resolve("binaries").resolve("postgresql");
    }

    Path objects() {
        return root.resolve("objects");
    }

    Path postgresLog() {
        return root.resolve("logs").resolve("postgresql.log");
    }

    Path secrets() {
        return root.resolve("secrets.env");
    }

    /** Written when both servers are ready, gone when they are not. */
    Path connection() {
        return root.resolve("embedded.env");
    }

    Path pid() {
        return root.resolve("embedded.pid");
    }

    /** Makes a folder, closed to others, where it is missing. */
    static void make(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Writes KEY=VALUE lines for the owner's eyes only: the whole file or none of it. */
    static void write(Path file, Map<String, String> values) throws IOException {
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        write(file, lines.toString());
    }

    static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(
                draft, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The KEY=VALUE lines of a file; other lines are not read. */
    static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new FileNotFoundException(file.toString());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
