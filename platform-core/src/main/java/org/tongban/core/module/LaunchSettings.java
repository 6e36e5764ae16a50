package org.tongban.core.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, as configuration (CO-81): the variables that {@link CoreSettings} names. Each may also be
 * given as {@code NAME_FILE}, the path of a file that holds the value. A missing one stops the start with its name.
 */
public final class LaunchSettings {
    private LaunchSettings() {}

    /**
     * The configuration that an environment gives.
     *
     * @throws StartRefused naming the first variable that is missing or cannot be read
     */
    public static Map<String, Object> of(Map<String, String> environment) {
        var settings = new HashMap<String, Object>();
        for (var setting : CoreSettings.ALL) {
            var variable = setting.variable();
            if (variable == null) {
                continue;
            }
            var value = value(environment, variable);
            if (value != null) {
                settings.put(setting.name(), value);
            } else if (setting.required()) {
                throw new StartRefused("The environment variable %s is missing.".formatted(variable));
            }
        }
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
