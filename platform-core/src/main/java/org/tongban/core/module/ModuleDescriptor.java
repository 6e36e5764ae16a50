package org.tongban.core.module;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A module's descriptor, {@code META-INF/tongban/module.properties} of its jar (CO-1).
 *
 * @param basePackage the Java package that all its classes lie below
 * @param schema its database schema
 * @param prefix the first word of its messages' ids
 * @param platform the platform versions it runs on; null for the platform itself
 * @param needs the modules it needs, by id
 * @param pages whether it owns the pages under {@code /}
 * @param contact how those who run the programme are reached
 */
public record ModuleDescriptor(
        String id,
        String version,
        Title title,
        String basePackage,
        String schema,
        String prefix,
        @Nullable VersionRange platform,
        Map<String, Need> needs,
        boolean pages,
        @Nullable Contact contact) {
    /** The path of the descriptor in a module's jar. */
    public static final String PATH = "META-INF/tongban/module.properties";

    /** What a module needs of another. An optional need that is present must still be in range. */
    public record Need(VersionRange range, boolean optional) {}

    /**
     * Reads a descriptor.
     *
     * @throws StartRefused where a key is missing or a value is not understood, naming the place
     */
    static ModuleDescriptor read(URL place) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(place.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
        try {
            return of(properties);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("The descriptor %s is wrong: %s.".formatted(place, e.getMessage()));
        }
    }

    static ModuleDescriptor of(Properties properties) {
        var id = required(properties, "id");
        var platform = properties.getProperty("platform");
        return new ModuleDescriptor(
                id,
                VersionRange.version(required(properties, "version")),
                new Title(required(properties, "title.zh"), required(properties, "title.en")),
                required(properties, "package"),
                required(properties, "schema"),
                required(properties, "prefix"),
                platform == null ? null : VersionRange.parse(platform),
                needs(properties),
                "/".equals(properties.getProperty("pages")),
                Contact.of(properties));
    }

    private static Map<String, Need> needs(Properties properties) {
        var needs = new TreeMap<String, Need>();
        for (var key : properties.stringPropertyNames()) {
            if (key.startsWith("needs.") && !key.endsWith(".optional")) {
                var optional = Boolean.parseBoolean(properties.getProperty(key + ".optional", "false"));
                needs.put(
                        key.substring("needs.".length()),
                        new Need(VersionRange.parse(properties.getProperty(key)), optional));
            }
        }
        return Map.copyOf(needs);
    }

    private static String required(Properties properties, String key) {
        var value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the key “%s” is missing".formatted(key));
        }
        return value.strip();
    }
}
