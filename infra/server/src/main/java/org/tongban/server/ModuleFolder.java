package org.tongban.server;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * One folder under {@code modules/}, by the descriptor that one of its jars carries.
 *
 * @param needs the ids of the modules it needs, those that may be absent too
 * @param own the jar with the descriptor: the module itself, the others are its libraries
 * @param jars by name
 */
record ModuleFolder(Path folder, String id, Set<String> needs, Path own, List<Path> jars) {
    private static final String DESCRIPTOR = "META-INF/tongban/module.properties";
    private static final String NEEDS = "needs.";
    private static final String OPTIONAL = ".optional";

    static ModuleFolder read(Path folder, List<Path> jars) throws IOException, LaunchRefused {
        for (var jar : jars) {
            try (var zip = new ZipFile(jar.toFile())) {
                var entry = zip.getEntry(DESCRIPTOR);
                if (entry != null) {
                    var properties = new Properties();
                    try (var in = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
                        properties.load(in);
                    }
                    return of(folder, jar, properties, jars);
                }
            }
        }
        throw new LaunchRefused(
                "The folder %s holds no module: none of its jars has a %s; put the module's jar there or remove the folder."
                        .formatted(folder, DESCRIPTOR));
    }

    private static ModuleFolder of(Path folder, Path jar, Properties properties, List<Path> jars) throws LaunchRefused {
        var id = properties.getProperty("id");
        if (id == null || id.isBlank()) {
            throw new LaunchRefused("The descriptor %s in %s has no id.".formatted(DESCRIPTOR, jar));
        }
        var needs = new TreeSet<String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(NEEDS) && !name.endsWith(OPTIONAL)) {
                needs.add(name.substring(NEEDS.length()));
            }
        }
        return new ModuleFolder(folder, id.strip(), needs, jar, jars);
    }
}
