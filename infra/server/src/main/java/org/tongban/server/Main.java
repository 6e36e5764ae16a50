package org.tongban.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongban.core.module.Platform;

/** Starts the server, and notes that it started where the launcher asked for it. */
public final class Main {
    /** The path of the file to make; a cache of classes is kept only if its server came that far. */
    static final String STARTED = "tongban.started";

    private Main() {}

    /** Exit code 1 and one sentence on standard error where the platform does not start. */
    public static void main(String... arguments) throws IOException {
        Platform.main(arguments);
        var started = System.getProperty(STARTED);
        if (started != null) {
            Files.writeString(Path.of(started), "");
        }
    }
}
