package org.tongban.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A distribution's folder: {@code lib/} and {@code modules/<id>/} (CO-5).
 *
 * @param lib the core's jars, by name
 * @param modules the modules in the order of their needs, then by id
 */
record Installation(List<Path> lib, List<ModuleFolder> modules) {
    static Installation in(Path home) throws LaunchRefused {
        try {
            var folders = new ArrayList<ModuleFolder>();
            var modules = home.resolve("modules");
            if (Files.isDirectory(modules)) {
                for (var folder : sorted(modules)) {
                    if (Files.isDirectory(folder)) {
                        folders.add(ModuleFolder.read(folder, jars(folder)));
                    }
                }
            }
            return new Installation(jars(home.resolve("lib")), inOrderOfNeeds(folders));
        } catch (IOException e) {
            throw new LaunchRefused("The installation in %s cannot be read: %s.".formatted(home, e.getMessage()), e);
        }
    }

    /** Every jar in the one order that the JVM's cache of classes was made for. */
    List<Path> classPath() {
        var all = new ArrayList<>(lib);
        modules.forEach(module -> all.addAll(module.jars()));
        return all;
    }

    /** What needs each other in a circle comes last, by id: the platform itself refuses it, with the reason. */
    private static List<ModuleFolder> inOrderOfNeeds(List<ModuleFolder> folders) throws LaunchRefused {
        var left = new LinkedHashMap<String, ModuleFolder>();
        for (var folder :
                folders.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList()) {
            var twin = left.put(folder.id(), folder);
            if (twin != null) {
                throw new LaunchRefused("The module “%s” is there twice, in %s and %s: remove one of the folders."
                        .formatted(folder.id(), twin.folder(), folder.folder()));
            }
        }
        var ordered = new ArrayList<ModuleFolder>();
        while (!left.isEmpty()) {
            var next = firstWithoutNeeds(left);
            ordered.add(left.remove(next));
        }
        return List.copyOf(ordered);
    }

    private static String firstWithoutNeeds(Map<String, ModuleFolder> left) {
        return left.values().stream()
                .filter(module -> module.needs().stream().noneMatch(left::containsKey))
                .map(ModuleFolder::id)
                .findFirst()
                .orElseGet(() -> left.keySet().iterator().next());
    }

    private static List<Path> jars(Path folder) throws IOException {
        return sorted(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .toList();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
        }
    }
}
