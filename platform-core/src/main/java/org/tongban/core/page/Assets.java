package org.tongban.core.page;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The files that pages need: style sheet, mark, the picture beside links and the browser of the API description. Their addresses carry a hash of
 * the content, so that they may be kept for ever (PO-5). Thread-safe.
 */
@Singleton
public class Assets {
    private static final String CARD = "card.png";
    private static final List<String> OWN = List.of(
            "portal.css",
            "mark.svg",
            "console.js",
            "portal.js",
            "search.js",
            "fields.js",
            "api-docs.css",
            "api-docs.js");
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";

    private final Map<String, String> resources;
    private final ConcurrentMap<String, Asset> loaded = new ConcurrentHashMap<>();

    /** A file with its type; its hash is made of its content. */
    static final class Asset {
        private final String name;
        private final byte[] content;
        private final String hash;

        private Asset(String name, byte[] content) {
            this.name = name;
            this.content = content;
            this.hash = Assets.hash(content);
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content.clone();
        }

        MediaType type() {
            return Assets.type(name);
        }

        String hash() {
            return hash;
        }

        /** The name with the hash before its ending. */
        String hashedName() {
            int dot = name.lastIndexOf('.');
            return name.substring(0, dot) + "." + hash + name.substring(dot);
        }
    }

    Assets() {
        var swagger = WEBJAR + swaggerVersion() + "/";
        var paths = new HashMap<>(Map.of(
                "vocabulary.js", "/forms/vocabulary.js",
                "swagger-ui.css", swagger + "swagger-ui.css",
                "swagger-ui-bundle.js", swagger + "swagger-ui-bundle.js"));
        OWN.forEach(name -> paths.put(name, "/assets/" + name));
        this.resources = Map.copyOf(paths);
    }

    /** The address of a file. */
    public String href(String name) {
        return "/assets/"
                + find(name)
                        .orElseThrow(() -> new IllegalArgumentException("no asset " + name))
                        .hashedName();
    }

    /** The file by its name, with or without the hash of its present content. */
    Optional<Asset> find(String name) {
        var plain = name.replaceFirst("\\.[0-9a-f]{16}(?=\\.[a-z]+$)", "");
        if (!resources.containsKey(plain) && !plain.equals(CARD)) {
            return Optional.empty();
        }
        var asset = loaded.computeIfAbsent(plain, this::load);
        return name.equals(plain) || name.equals(asset.hashedName()) ? Optional.of(asset) : Optional.empty();
    }

    private Asset load(String name) {
        return new Asset(name, name.equals(CARD) ? CardPicture.draw() : bytes(resources.getOrDefault(name, name)));
    }

    private static MediaType type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> new MediaType("text/css; charset=utf-8");
            case "js" -> new MediaType("text/javascript; charset=utf-8");
            case "svg" -> new MediaType("image/svg+xml");
            case "png" -> new MediaType("image/png");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The first 16 hexadecimal digits of the SHA-256. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String path) {
        try (var stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String swaggerVersion() {
        var path = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (var stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: org.webjars:swagger-ui");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
