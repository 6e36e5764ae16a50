package org.tongban.devloop;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler with the framework's processors, kept from one turn to the next: what takes a fresh one its time is
 * to load itself. It compiles against the distribution that runs. The checks of the build are left to the build.
 */
final class WarmCompiler {
    private final JavaCompiler compiler =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK has a compiler, a JRE has none");
    private final StandardJavaFileManager files;
    private final List<String> options;

    WarmCompiler(ModuleSources module, List<Path> classPath) throws IOException {
        files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        options = List.of(
                "--release",
                "25",
                "-parameters",
                "-Xlint:none",
                "-Amicronaut.openapi.project.dir=" + module.folder(),
                "-Amicronaut.openapi.filename=" + module.artifact(),
                "-Amicronaut.openapi.json.format=true");
    }

    /** Compiles everything below a folder; answers the errors, each with its place. */
    List<String> compile(Path sources, Path target, Path generated) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(target)));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectories(generated)));
        List<Path> units;
        try (var found = Files.walk(sources)) {
            units = found.filter(file -> file.toString().endsWith(".java"))
                    .filter(ModuleSources::isSource)
                    .toList();
        }
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var task = compiler.getTask(
                Writer.nullWriter(), files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(units));
        task.setLocale(Locale.ENGLISH);
        task.setProcessors(ServiceLoader.load(Processor.class));
        if (task.call()) {
            return List.of();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> said(sources, diagnostic))
                .toList();
    }

    private static String said(Path sources, Diagnostic<? extends JavaFileObject> diagnostic) {
        var message = diagnostic.getMessage(Locale.ENGLISH);
        var source = diagnostic.getSource();
        return source == null
                ? message
                : "%s:%d: %s"
                        .formatted(sources.relativize(Path.of(source.toUri())), diagnostic.getLineNumber(), message);
    }
}
