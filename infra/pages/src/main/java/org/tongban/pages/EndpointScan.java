package org.tongban.pages;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Discloses;
import org.tongban.core.web.Open;
import org.tongban.core.web.Ownership;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;
import org.tongban.core.web.internal.ReachedByClients;

/** Reads a module's endpoints from the annotations of its controllers; nothing has to run for it. */
public final class EndpointScan {
    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    private EndpointScan() {}

    /** The endpoints of the jar or folder that holds the declarations, by path, then by method. */
    public static List<Endpoint> of(PlatformModule declarations) {
        return controllers(declarations.getClass())
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .flatMap(method -> mapping(method).stream()
                                .map(mapping -> endpoint(type.getAnnotation(Controller.class), method, mapping))))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<Class<?>> controllers(Class<?> neighbour) {
        try {
            var place = Path.of(neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return controllers(place, neighbour.getClassLoader());
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return controllers(jar.getPath("/"), neighbour.getClassLoader());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> controllers(Path root, ClassLoader loader) throws IOException {
        try (var files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith("Controller.class"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .<Class<?>>map(file -> type(file, loader))
                    .filter(type -> type.isAnnotationPresent(Controller.class))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String file, ClassLoader loader) {
        try {
            var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Annotation> mapping(Method method) {
        return Stream.of(method.getAnnotations())
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethodMapping.class))
                .findFirst();
    }

    private static Endpoint endpoint(Controller controller, Method method, Annotation mapping) {
        var write = method.getAnnotation(Write.class);
        var said = new org.tongban.core.web.openapi.Endpoint(method);
        return new Endpoint(
                mapping.annotationType().getSimpleName().toUpperCase(Locale.ROOT),
                path(controller.value(), uri(mapping)),
                method.getName(),
                access(method),
                owner(write, method.getAnnotation(Read.class)),
                action(method),
                said.heedsKey(),
                said.needsMatch(),
                needsAccount(method),
                method.isAnnotationPresent(BeforePasswordChange.class),
                method.isAnnotationPresent(BeforeGate.class));
    }

    private static @Nullable String action(Method method) {
        var write = method.getAnnotation(Write.class);
        var discloses = method.getAnnotation(Discloses.class);
        if (write != null || discloses != null) {
            return write != null ? write.action() : discloses.value();
        }
        var read = method.getAnnotation(Read.class);
        return read == null || read.action().isEmpty() ? null : read.action();
    }

    private static String uri(Annotation mapping) {
        return switch (mapping) {
            case Get get -> given(get.value(), get.uri());
            case Post post -> given(post.value(), post.uri());
            case Put put -> given(put.value(), put.uri());
            case Patch patch -> given(patch.value(), patch.uri());
            case Delete delete -> given(delete.value(), delete.uri());
            default -> throw new IllegalArgumentException("An endpoint of a kind that is not known here: " + mapping);
        };
    }

    private static String given(String value, String uri) {
        return value.equals("/") ? uri : value;
    }

    private static String path(String base, String rest) {
        var path = ("/" + base + "/" + rest)
                .replaceAll("\\{\\?[^}]*}", "")
                .replaceAll("\\{(\\w+):[^}]*}", "{$1}")
                .replaceAll("/{2,}", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Access access(Method method) {
        var permitted = method.getAnnotation(Permitted.class);
        if (permitted != null) {
            return permitted.value().equals(Permitted.ANY_REVIEW)
                    ? new Access.AnyReviewer()
                    : new Access.Holder(permitted.value());
        }
        if (method.isAnnotationPresent(SignedIn.class)) {
            return new Access.SignedIn();
        }
        if (method.isAnnotationPresent(Open.class)) {
            return new Access.Anyone();
        }
        throw new IllegalStateException(method + " does not say who may call it");
    }

    /** Ownership and the caller as a parameter speak of an account; an open endpoint takes it where there is one. */
    private static boolean needsAccount(Method method) {
        return !method.isAnnotationPresent(Open.class)
                && (method.isAnnotationPresent(SignedIn.class)
                        || belongsToAccounts(method)
                        || List.of(method.getParameterTypes()).contains(Caller.class));
    }

    private static boolean belongsToAccounts(Method method) {
        var owner = ownership(method.getAnnotation(Write.class), method.getAnnotation(Read.class));
        return owner != null && !ReachedByClients.class.isAssignableFrom(owner);
    }

    private static @Nullable String owner(@Nullable Write write, @Nullable Read read) {
        var owner = ownership(write, read);
        return owner == null ? null : owner.getSimpleName();
    }

    private static @Nullable Class<? extends Ownership> ownership(@Nullable Write write, @Nullable Read read) {
        Class<? extends Ownership> owner;
        if (write != null) {
            owner = write.owner();
        } else if (read != null) {
            owner = read.owner();
        } else {
            return null;
        }
        return owner == Write.NoOwner.class ? null : owner;
    }
}
