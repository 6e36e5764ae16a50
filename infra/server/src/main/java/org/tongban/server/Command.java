package org.tongban.server;

import java.util.Arrays;
import java.util.Locale;

/** What an installation can be asked to run. */
enum Command {
    SERVER("org.tongban.server.Main"),
    MIGRATE("org.tongban.core.module.Migrate");

    private final String mainClass;

    Command(String mainClass) {
        this.mainClass = mainClass;
    }

    static Command named(String word) throws LaunchRefused {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new LaunchRefused(
                        "There is no command “%s”: use bin/tongban server or bin/tongban migrate.".formatted(word)));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mainClass() {
        return mainClass;
    }
}
