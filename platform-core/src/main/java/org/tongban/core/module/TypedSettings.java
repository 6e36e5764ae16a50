package org.tongban.core.module;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks that settings can be read for what they are (CO-81): the framework takes its default in silence, or fails late. */
final class TypedSettings {
    private static final Map<String, Class<?>> TYPES = new TreeMap<>(Map.of(
            "datasources.default.maximum-pool-size", Integer.class,
            "endpoints.all.port", Integer.class,
            "micronaut.server.port", Integer.class,
            "platform.tasks.heartbeat", Duration.class,
            "platform.tasks.polling", Duration.class,
            "platform.tasks.retry", Duration.class,
            "platform.tasks.threads", Integer.class));
    private static final String MAX_BODY = "platform.web.max-body";
    private static final Pattern SIZE = Pattern.compile("\\d{1,9}([KMG]B)?");

    private TypedSettings() {}

    /**
     * Reads them all.
     *
     * @throws StartRefused with every property that cannot be read
     */
    static void check(PropertyResolver settings) {
        var faults = new ArrayList<String>();
        TYPES.forEach((property, type) -> {
            if (settings.containsProperty(property)
                    && settings.getProperty(property, type).isEmpty()) {
                faults.add(fault(settings, property));
            }
        });
        if (settings.getProperty(MAX_BODY, String.class)
                .filter(size -> !SIZE.matcher(size).matches())
                .isPresent()) {
            faults.add(fault(settings, MAX_BODY));
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join("; ", faults) + ".");
        }
    }

    private static String fault(PropertyResolver settings, String property) {
        return "The property %s cannot be “%s”"
                .formatted(
                        property, settings.getProperty(property, String.class).orElse(""));
    }
}
