package org.tongban.embedded;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the environment says; a port of 0 means any free one. */
record Settings(Path data, int postgresPort, int storePort, boolean exitWithParent) {
    static final String DATA = "TONGBAN_DATA";
    static final String POSTGRES_PORT = "EMBEDDED_PG_PORT";
    static final String STORE_PORT = "EMBEDDED_S3_PORT";
    static final String EXIT_WITH_PARENT = "EMBEDDED_EXIT_WITH_PARENT";

    static Settings from(Map<String, String> environment) throws StartRefused {
        List<String> faults = new ArrayList<>();
        Path data = folder(environment.getOrDefault(DATA, ""), faults);
        int postgres = port(environment, POSTGRES_PORT, 15432, faults);
        int store = port(environment, STORE_PORT, 19000, faults);
        if (postgres != 0 && postgres == store) {
            faults.add(POSTGRES_PORT + " and " + STORE_PORT + " must differ.");
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join(" ", faults));
        }
        return new Settings(data, postgres, store, "true".equals(environment.get(EXIT_WITH_PARENT)));
    }

    private static Path folder(String value, List<String> faults) {
        if (value.isBlank()) {
            faults.add("Set " + DATA + " to the folder that keeps the data.");
            return Path.of("");
        }
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            faults.add(DATA + " is not a path: " + e.getMessage() + ".");
            return Path.of("");
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise, List<String> faults) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535) {
            return Integer.parseInt(value);
        }
        faults.add(name + " must be a port from 0 (any) to 65535, not '" + value + "'.");
        return otherwise;
    }
}
