package org.tongban.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jars of a class path, each class in one of them only.
 *
 * @param files in their order
 * @param classes the path of each class in them
 * @param fingerprint changes with any jar's place, time, size or content, and with the JDK
 */
record Jars(List<Path> files, Set<String> classes, String fingerprint) {
    /**
     * Reads the tables of contents; a jar that lies in two folders with the same name and content counts once.
     *
     * @throws LaunchRefused where two jars hold the same class: which of them ran would depend on their order
     */
    static Jars read(List<Path> all) throws LaunchRefused {
        var owners = new HashMap<String, Path>();
        var contents = new HashMap<String, Map<String, Long>>();
        var files = new ArrayList<Path>();
        var lines = new StringBuilder(Runtime.version().toString());
        for (var jar : all) {
            var content = content(jar);
            var name = jar.getFileName().toString();
            if (content.equals(contents.put(name, content))) {
                continue;
            }
            for (var entry : content.keySet()) {
                if (isOwnedClass(entry)) {
                    refuseTwin(entry, owners.put(entry, jar), jar);
                }
            }
            files.add(jar);
            lines.append('\n')
                    .append(jar)
                    .append(' ')
                    .append(stamp(jar))
                    .append(' ')
                    .append(content.hashCode());
        }
        return new Jars(List.copyOf(files), Set.copyOf(owners.keySet()), sha256(lines.toString()));
    }

    String classPath() {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Several jars may describe one package or, in META-INF, themselves. */
    static boolean isOwnedClass(String entry) {
        return entry.endsWith(".class")
                && !entry.startsWith("META-INF/")
                && !entry.equals("module-info.class")
                && !entry.endsWith("/package-info.class");
    }

    private static void refuseTwin(String entry, @Nullable Path other, Path jar) throws LaunchRefused {
        if (other != null) {
            var name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
            throw new LaunchRefused(
                    "The class %s is in two jars, %s and %s: remove one of them.".formatted(name, other, jar));
        }
    }

    /** Entry to CRC-32, from the table of contents. */
    private static Map<String, Long> content(Path jar) throws LaunchRefused {
        try (var zip = new ZipFile(jar.toFile())) {
            var content = new TreeMap<String, Long>();
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> content.put(entry.getName(), entry.getCrc()));
            return content;
        } catch (IOException e) {
            throw new LaunchRefused("The jar %s cannot be read (%s): copy it anew.".formatted(jar, e.getMessage()), e);
        }
    }

    /** The JVM compares these two itself: a cache made before they changed would never be used. */
    private static String stamp(Path jar) throws LaunchRefused {
        try {
            return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new LaunchRefused("The jar %s cannot be read (%s): copy it anew.".formatted(jar, e.getMessage()), e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
