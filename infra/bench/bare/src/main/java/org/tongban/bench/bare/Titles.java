package org.tongban.bench.bare;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The titles of coded values, which the harness writes: set, code and title a line, separated by tabs. */
@Singleton
class Titles {
    private final Map<String, String> titles = new HashMap<>();

    Titles(@Value("${bare.scripts}") String folder) throws IOException {
        for (var line : Files.readAllLines(Path.of(folder).resolve("titles.tsv"))) {
            int last = line.lastIndexOf('\t');
            titles.put(line.substring(0, last), line.substring(last + 1));
        }
    }

    @Nullable
    String of(String set, @Nullable String code) {
        return code == null ? null : titles.getOrDefault(set + "\t" + code, code);
    }
}
