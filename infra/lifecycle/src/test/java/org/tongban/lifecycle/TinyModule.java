package org.tongban.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.tongban.core.module.PlatformModule;

/** Modules that declare nothing: a descriptor and one class. */
final class TinyModule {
    private TinyModule() {}

    /** A module of this id in the package {@code org.example.<id>}, compiled in a folder. */
    static Jar compiled(String id, Path folder) {
        var type = "org.example.%s.TinyModule".formatted(id);
        var path = type.replace('.', '/');
        try {
            var source = folder.resolve(path + ".java");
            Files.createDirectories(source.resolveSibling(""));
            Files.writeString(
                    source,
                    "package org.example.%s; public final class TinyModule implements %s {}"
                            .formatted(id, PlatformModule.class.getName()));
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            source.toString());
            if (result != 0) {
                throw new IllegalStateException("The tiny module does not compile");
            }
            return new Jar(new TreeMap<>(Map.of(path + ".class", Files.readAllBytes(folder.resolve(path + ".class")))))
                    .with("META-INF/services/" + PlatformModule.class.getName(), type + "\n")
                    .with(Jar.DESCRIPTOR, """
                        id=%1$s
                        version=1.0.0
                        title.zh=小模块
                        title.en=Tiny
                        package=org.example.%1$s
                        schema=%1$s
                        prefix=%1$s
                        platform=[0.1,0.2)
                        """.formatted(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
