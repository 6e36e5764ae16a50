package org.tongban.core.web.openapi;

import io.micronaut.http.annotation.Controller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.SignedIn;

/** The endpoints of a module by name: a controller method's name is its operation id, unique over all modules. */
record Endpoints(Map<String, Endpoint> byOperation) {
    static Endpoints below(Path classes) throws IOException {
        var found = new HashMap<String, Endpoint>();
        try (var files = Files.walk(classes)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().endsWith("Controller.class")) {
                    collect(type(classes, file), found);
                }
            }
        }
        return new Endpoints(Map.copyOf(found));
    }

    private static Class<?> type(Path classes, Path file) {
        var name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()), false, Endpoints.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Class<?> type, Map<String, Endpoint> found) {
        if (!type.isAnnotationPresent(Controller.class)) {
            return;
        }
        for (var method : type.getDeclaredMethods()) {
            boolean endpoint = method.isAnnotationPresent(Permitted.class)
                    || method.isAnnotationPresent(SignedIn.class)
                    || method.isAnnotationPresent(Open.class);
            if (endpoint && !method.isSynthetic() && found.put(method.getName(), new Endpoint(method)) != null) {
                throw new IllegalStateException(
                        "two endpoints have the name " + method.getName() + ", one of them in " + type);
            }
        }
    }
}
