package org.tongban.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar to be changed.
 *
 * @param entries content by path
 */
record Jar(Map<String, byte[]> entries) {
    static final String DESCRIPTOR = "META-INF/tongban/module.properties";

    static Jar read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = new TreeMap<String, byte[]>();
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return new Jar(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Jar with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Jar with(String path, byte[] content) {
        var more = new TreeMap<>(entries);
        more.put(path, content);
        return new Jar(more);
    }

    Jar without(String path) {
        var less = new TreeMap<>(entries);
        if (less.remove(path) == null) {
            throw new IllegalArgumentException("The jar has no " + path);
        }
        return new Jar(less);
    }

    /** The same with one line of its descriptor changed, or, where it is not there, added. */
    Jar describing(String key, String value) {
        return with(DESCRIPTOR, lines(key) + key + "=" + value + "\n");
    }

    /** The same without a line of its descriptor. */
    Jar silentOn(String key) {
        return with(DESCRIPTOR, lines(key));
    }

    private String lines(String except) {
        var text = new StringBuilder();
        new String(entries.getOrDefault(DESCRIPTOR, new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith(except + "="))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    Path written(Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
