package org.tongban.devloop;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the module's jar out of its sources as the module's own build does, in a folder beside the build's. */
final class ModuleBuild {
    private static final String FINISH = "org.tongban.core.web.openapi.BuildOpenApi";

    private final ModuleSources module;
    private final Path work;
    private final List<Path> classPath;
    private final WarmCompiler compiler;

    /**
     * @param home the distribution to compile against
     * @param work a folder for what is made
     */
    ModuleBuild(ModuleSources module, Path home, Path work) throws IOException {
        this.module = module;
        this.work = work;
        this.classPath = classPath(module, home);
        this.compiler = new WarmCompiler(module, classPath);
    }

    /** The platform, the other modules and the module's own libraries: what it will run with. */
    private static List<Path> classPath(ModuleSources module, Path home) throws IOException {
        var own = home.resolve("modules").resolve(module.id());
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !(file.startsWith(own)
                            && file.getFileName().toString().startsWith(module.artifact() + "-")))
                    .sorted()
                    .toList();
        }
    }

    /** Compiles all; answers the errors, each with its place. What was made before stays where there are any. */
    List<String> compile() throws IOException {
        var draft = work.resolve("draft");
        delete(draft);
        var errors = compiler.compile(module.java(), draft, work.resolve("generated"));
        if (errors.isEmpty()) {
            delete(classes());
            Files.move(draft, classes(), StandardCopyOption.ATOMIC_MOVE);
        }
        return errors;
    }

    /** Puts what was compiled and the resources together as the build does; answers what does not fit. */
    List<String> assemble() throws IOException {
        delete(content());
        for (var file : files(classes())) {
            put(classes().relativize(file), Files.readAllBytes(file));
        }
        for (var file : below(module.resources()).stream()
                .filter(ModuleSources::isSource)
                .toList()) {
            put(module.resources().relativize(file), module.resource(file));
        }
        return finishOpenApi();
    }

    private void put(Path path, byte[] bytes) throws IOException {
        var target = content().resolve(path);
        Files.createDirectories(target.resolveSibling(""));
        Files.write(target, bytes);
    }

    /** Makes the jar and answers it. */
    Path jar() throws IOException {
        var jar = work.resolve("%s-%s.jar".formatted(module.artifact(), module.version()));
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var path : below(content())) {
                var name = content().relativize(path).toString().replace('\\', '/');
                // Migrations are looked for by their folder, which must have an entry of its own.
                boolean folder = Files.isDirectory(path);
                zip.putNextEntry(new ZipEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(path, zip);
                }
                zip.closeEntry();
            }
        }
        return jar;
    }

    private Path classes() {
        return work.resolve("classes");
    }

    private Path content() {
        return work.resolve("content");
    }

    /** The step is the platform's, in the version that runs, and looks at the module's classes: by a loader of its own. */
    private List<String> finishOpenApi() throws IOException {
        var urls = new ArrayList<URL>();
        urls.add(content().toUri().toURL());
        for (var jar : classPath) {
            urls.add(jar.toUri().toURL());
        }
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var arguments = new String[] {content().toString(), module.artifact()};
            loader.loadClass(FINISH).getMethod("main", String[].class).invoke(null, (Object) arguments);
            return List.of();
        } catch (InvocationTargetException e) {
            return List.of("The OpenAPI document cannot be made: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The platform has no step " + FINISH, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        return below(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
