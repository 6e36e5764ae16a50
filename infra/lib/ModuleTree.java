import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tree holds already: its modules, its packages, the sources of its modules. */
record ModuleTree(Path root) {
    /** The packages of the tree's modules by id. */
    Map<String, String> descriptors() throws IOException {
        var packages = new TreeMap<String, String>();
        for (var file : below("module-", "properties")) {
            if (file.endsWith("META-INF/tongban/module.properties")) {
                var text = Files.readString(file);
                packages.put(value(text, "id"), value(text, "package"));
            }
        }
        return packages;
    }

    private static String value(String properties, String key) {
        return properties
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    List<Path> below(String folders, String extension) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.list(root)) {
            for (var folder : all.sorted().toList()) {
                if (folder.getFileName().toString().startsWith(folders) && Files.isDirectory(folder.resolve("src"))) {
                    try (var files = Files.walk(folder.resolve("src"))) {
                        files.filter(file -> file.toString().endsWith("." + extension))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    /** The packages below org.tongban that are no module's, with the folder of each. */
    Map<String, String> packages() throws IOException {
        var packages = new TreeMap<>(Map.of("org.tongban.core", "the platform"));
        try (var folders = Files.list(root.resolve("infra"))) {
            for (var folder : folders.sorted().toList()) {
                // The module of the guide is made again by whoever follows it.
                if (!folder.endsWith("module-guide")) {
                    for (var sources : List.of("src/main/java", "src/test/java")) {
                        for (var own : foldersIn(folder.resolve(sources).resolve("org/tongban"))) {
                            packages.putIfAbsent(
                                    "org.tongban." + own,
                                    root.relativize(folder).toString());
                        }
                    }
                }
            }
        }
        return packages;
    }

    private static List<String> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
