package org.tongban.core.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, as configuration (CO-81). Each secret may also be given as {@code NAME_FILE}, the path of a
 * file that holds it. A missing or bad value stops the start with the variable's name.
 */
public final class LaunchSettings {
    private static final Map<String, String> REQUIRED = required();
    private static final Map<String, String> OPTIONAL = Map.of(
            "PUBLIC_URL", "platform.public-url",
            "PORT", "micronaut.server.port",
            "MANAGEMENT_PORT", "endpoints.all.port",
            "S3_REGION", "platform.store.region",
            "SMS_PROVIDER", "platform.sms.provider",
            "TONGBAN_DATA", "platform.data");

    private LaunchSettings() {}

    private static Map<String, String> required() {
        var names = new LinkedHashMap<String, String>();
        names.put("DATABASE_URL", "datasources.default.url");
        names.put("DATABASE_USER", "datasources.default.username");
        names.put("DATABASE_PASSWORD", "datasources.default.password");
        names.put("S3_ENDPOINT", "platform.store.endpoint");
        names.put("S3_BUCKET", "platform.store.bucket");
        names.put("S3_ACCESS_KEY", "platform.store.access-key");
        names.put("S3_SECRET_KEY", "platform.store.secret-key");
        names.put("MASTER_KEY", "platform.master-key");
        return names;
    }

    /**
     * The configuration that an environment gives.
     *
     * @throws StartRefused naming the first variable that is missing or cannot be read
     */
    public static Map<String, Object> of(Map<String, String> environment) {
        var settings = new HashMap<String, Object>();
        REQUIRED.forEach((variable, property) -> {
            var value = value(environment, variable);
            if (value == null) {
                throw new StartRefused("The environment variable %s is missing.".formatted(variable));
            }
            settings.put(property, value);
        });
        OPTIONAL.forEach((variable, property) -> {
            var value = value(environment, variable);
            if (value != null) {
                settings.put(property, value);
            }
        });
        return settings;
    }

    /**
     * The value of a variable, or of the file that its {@code _FILE} names; null where neither is there.
     *
     * @throws StartRefused where the file cannot be read
     */
    static @Nullable String value(Map<String, String> environment, String variable) {
        var direct = environment.get(variable);
        if (direct != null && !direct.isBlank()) {
            return direct;
        }
        var file = environment.get(variable + "_FILE");
        if (file == null || file.isBlank()) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused("The file that %s_FILE names cannot be read: %s.".formatted(variable, file));
        }
    }
}
