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

    /** Compiles all; answers the errors, each with its place. The classes made before stay where there are any. */
    List<String> compile() throws IOException {
        var draft = work.resolve("draft");
        delete(draft);
        var errors = compiler.compile(module.java(), draft, work.resolve("generated"));
        if (errors.isEmpty()) {
            delete(classes());
            Files.move(draft, classes(), StandardCopyOption.ATOMIC_MOVE);
            finishOpenApi();
        }
        return errors;
    }

    /** Puts classes and resources into the jar and answers it. */
    Path jar() throws IOException {
        var jar = work.resolve("%s-%s.jar".formatted(module.artifact(), module.version()));
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            for (var file : files(classes())) {
                put(zip, classes().relativize(file), Files.readAllBytes(file));
            }
            for (var file : files(module.resources())) {
                put(zip, module.resources().relativize(file), module.resource(file));
            }
        }
        return jar;
    }

    private static void put(ZipOutputStream zip, Path path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path.toString().replace('\\', '/')));
        zip.write(content);
        zip.closeEntry();
    }

    private Path classes() {
        return work.resolve("classes");
    }

    /** The step is the platform's, in the version that runs, and looks at the module's classes: by a loader of its own. */
    private void finishOpenApi() throws IOException {
        var descriptor = Path.of("META-INF/tongban/module.properties");
        var there = classes().resolve(descriptor);
        Files.createDirectories(there.resolveSibling(""));
        Files.write(there, module.resource(module.resources().resolve(descriptor)));
        var urls = new ArrayList<URL>();
        urls.add(classes().toUri().toURL());
        for (var jar : classPath) {
            urls.add(jar.toUri().toURL());
        }
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var arguments = new String[] {classes().toString(), module.artifact()};
            loader.loadClass(FINISH).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IOException("The OpenAPI document cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The platform has no step " + FINISH, e);
        }
        Files.delete(there);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
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
