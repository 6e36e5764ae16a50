package org.tongban.core.document;

import io.micronaut.http.MediaType;
import java.util.Locale;

/** As what a mark is handed out. */
public enum MarkFormat {
    PNG("image/png"),
    SVG("image/svg+xml");

    private final MediaType type;

    MarkFormat(String type) {
        this.type = new MediaType(type);
    }

    MediaType type() {
        return type;
    }

    /** How the names of its files end. */
    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
