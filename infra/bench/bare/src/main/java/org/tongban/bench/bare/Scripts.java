package org.tongban.bench.bare;

import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the harness captured of the platform, one file for each kind of request; read when first asked for. */
@Singleton
class Scripts {
    private final Path folder;
    private final JsonMapper json;
    private final Map<String, Script> read = new ConcurrentHashMap<>();

    Scripts(@Value("${bare.scripts}") String folder, JsonMapper json) {
        this.folder = Path.of(folder);
        this.json = json;
    }

    Script named(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private Script read(String name) {
        try {
            return Objects.requireNonNull(
                    json.readValue(Files.readAllBytes(folder.resolve(name + ".json")), Script.class));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The statements of one request in their order, and what was answered. */
    @Serdeable
    record Script(List<Step> statements, Map<String, Object> answer) {}

    /**
     * A statement.
     *
     * @param parameters texts with places for what differs, as <code>${id}</code>
     */
    @Serdeable
    record Step(String sql, List<@Nullable String> parameters) {}
}
