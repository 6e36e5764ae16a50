package org.tongban.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks the jars of an installation and writes the arguments of the JVM that runs it (architecture, Launcher). It is
 * called by {@code bin/tongban} with the installation's folder, the data folder and the command, and prints the path of
 * the file of arguments.
 */
public final class Launcher {
    /** The variable that, set to off, leaves the cache of classes alone: jars that change with each start need none. */
    private static final String CLASS_CACHE = "CLASS_CACHE";

    private Launcher() {}

    /** Exit code 1 and one sentence on standard error where the installation cannot be started. */
    public static void main(String... arguments) {
        try {
            if (arguments.length != 3) {
                throw new LaunchRefused("Usage: bin/tongban server or bin/tongban migrate.");
            }
            var cached = !"off".equals(System.getenv(CLASS_CACHE));
            System.out.println(
                    prepare(Path.of(arguments[0]), Path.of(arguments[1]), Command.named(arguments[2]), cached));
        } catch (LaunchRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Writes the file of arguments and answers its path. */
    static Path prepare(Path home, Path data, Command command, boolean cached) throws LaunchRefused {
        var installation = Installation.in(home);
        var jars = Jars.read(installation.classPath());
        try {
            var cache = AotCache.in(data.resolve("aot"), jars.fingerprint());
            if (!cache.isChecked()) {
                MissingClasses.refuse(installation.modules(), jars.classes());
                cache.check();
            }
            var options = cached ? cache.options(command, jars.classPath()) : List.<String>of();
            var file = data.resolve("run").resolve(command.word() + ".args");
            Files.createDirectories(file.getParent());
            write(file, lines(jars, options, command));
            return file;
        } catch (IOException e) {
            throw new LaunchRefused(
                    "The folder %s cannot be written (%s): set TONGBAN_DATA to one that can."
                            .formatted(data, e.getMessage()),
                    e);
        }
    }

    private static List<String> lines(Jars jars, List<String> cache, Command command) {
        var lines = new ArrayList<>(cache);
        // Whatever the terminal's locale: names are Chinese.
        lines.add("-Dstdout.encoding=UTF-8");
        lines.add("-Dstderr.encoding=UTF-8");
        // A JVM out of memory answers nobody well: end, and let what watches it start a new one.
        lines.add("-XX:+ExitOnOutOfMemoryError");
        lines.add("-cp");
        lines.add(jars.classPath());
        lines.add(command.mainClass());
        return lines;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                draft,
                lines.stream().map(Launcher::quoted).collect(Collectors.joining("\n", "", "\n")),
                StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As the java command reads files of arguments: in quotes a backslash escapes. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
