package org.tongban.portal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.tongban.core.module.Title;

/** The modules whose descriptors are on the class path, for the home page (PO-1). */
@Singleton
class InstalledProgrammes {
    private final List<Programme> programmes;

    /** A module by its descriptor. */
    record Programme(String id, Title title, String version) {}

    InstalledProgrammes() {
        try {
            var descriptors =
                    InstalledProgrammes.class.getClassLoader().getResources("META-INF/tongban/module.properties");
            this.programmes = Collections.list(descriptors).stream()
                    .map(InstalledProgrammes::read)
                    .sorted(Comparator.comparing(Programme::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Programme> all() {
        return programmes;
    }

    private static Programme read(URL descriptor) {
        try (var reader = new InputStreamReader(descriptor.openStream(), StandardCharsets.UTF_8)) {
            var values = new Properties();
            values.load(reader);
            return new Programme(
                    values.getProperty("id"),
                    new Title(values.getProperty("title.zh"), values.getProperty("title.en")),
                    values.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(descriptor.toString(), e);
        }
    }
}
