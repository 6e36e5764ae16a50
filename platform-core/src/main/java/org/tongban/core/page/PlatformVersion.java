package org.tongban.core.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version that pages show in their footer, written by Maven into a resource. */
@Singleton
class PlatformVersion {
    private static final String PATH = "/META-INF/tongban/platform.properties";
    private final String text;

    PlatformVersion() {
        var properties = new Properties();
        try (var stream = PlatformVersion.class.getResourceAsStream(PATH)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + PATH);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(PATH, e);
        }
        this.text = properties.getProperty("version");
    }

    /** The version as it stands in the pom. */
    String text() {
        return text;
    }
}
