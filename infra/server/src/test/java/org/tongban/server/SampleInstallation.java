package org.tongban.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds an installation's folder jar by jar. */
record SampleInstallation(Path home) {
    SampleInstallation withLib(String jar, String... entries) throws IOException {
        var content = new TreeMap<String, String>();
        for (var entry : entries) {
            content.put(entry, jar);
        }
        return with(home.resolve("lib").resolve(jar), content);
    }

    SampleInstallation withModule(String id, String needs, String... entries) throws IOException {
        var content = new TreeMap<String, String>();
        content.put("META-INF/tongban/module.properties", "id=" + id + "\ntitle.zh=示例\n" + needs);
        for (var entry : entries) {
            content.put(entry, id);
        }
        return with(home.resolve("modules").resolve(id).resolve("module-" + id + ".jar"), content);
    }

    SampleInstallation with(Path jar, Map<String, String> content) throws IOException {
        Files.createDirectories(jar.resolveSibling(""));
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return this;
    }
}
