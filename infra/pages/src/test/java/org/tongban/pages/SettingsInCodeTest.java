package org.tongban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.checks.SourceFile;
import org.tongban.core.module.Setting;

/** Whatever the code reads of the configuration is declared, with the default that the code takes (CO-81). */
@Tag("CO-81")
class SettingsInCodeTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("@Value\\(\"\\$\\{([a-z][\\w.-]*)(?::([^}]*))?}\"\\)");
    private static final Pattern PROPERTY = Pattern.compile(
            "@(?:Property|Requires)\\(\\s*(?:name|property) = \"([^\"]+)\"(?:.*defaultValue = \"([^\"]*)\")?");
    private static final Pattern CALL = Pattern.compile(
            "(?:getProperty|containsProperty|getRequiredProperty)\\(\\s*\"((?:platform|datasources|micronaut|endpoints)\\.[^\"]*)\"(?!"
                + " \\+)");

    private static final Map<String, Setting> DECLARED = Repository.MODULES.enabled().stream()
            .flatMap(module -> module.declarations().settings().stream())
            .collect(Collectors.toMap(Setting::name, Function.identity()));

    /** A property that code reads, with the default it takes there. */
    private record Reading(String place, String name, Optional<String> fallback) {}

    private static List<Reading> readings() throws IOException {
        var readings = new ArrayList<Reading>();
        Repository.TREE.texts().stream()
                .filter(SourceFile::isMainJava)
                .filter(source -> source.path().matches("(platform-core|module-[^/]+)/.*"))
                .forEach(source -> List.of(PLACEHOLDER, PROPERTY, CALL)
                        .forEach(pattern -> pattern.matcher(source.text())
                                .results()
                                .forEach(found -> readings.add(new Reading(
                                        source.name(),
                                        found.group(1),
                                        found.groupCount() < 2
                                                ? Optional.empty()
                                                : Optional.ofNullable(found.group(2))
                                                        .filter(text -> !text.isEmpty()))))));
        // What the annotation processor finds in classes of @ConfigurationProperties.
        var places = Collections.list(
                SettingsInCodeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
        for (var place : places) {
            for (var property : metadata(place).path("properties")) {
                if (property.path("sourceType").asText().startsWith("org.tongban.")) {
                    readings.add(new Reading(
                            property.path("sourceType").asText(),
                            property.path("name").asText(),
                            Optional.ofNullable(property.get("defaultValue")).map(value -> value.asText())));
                }
            }
        }
        return readings;
    }

    private static JsonNode metadata(URL place) throws IOException {
        try (var in = place.openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Map<String, Object> shipped() throws IOException {
        try (var yaml = Objects.requireNonNull(
                SettingsInCodeTest.class.getClassLoader().getResourceAsStream("application.yml"))) {
            return new YamlPropertySourceLoader().read("application", yaml);
        }
    }

    private static Optional<Setting> declared(String name) {
        return DECLARED.values().stream()
                .filter(setting -> name.equals(setting.name())
                        || name.equals(ofAnyName(setting))
                        || setting.name().startsWith(name + ".<")
                        || name.matches(Pattern.quote(setting.name()).replaceAll("<[a-z-]+>", "\\\\E[a-z-]+\\\\Q")))
                .findFirst();
    }

    /** As the framework names a property that there is one of for each name. */
    private static String ofAnyName(Setting setting) {
        return setting.name().replaceAll("<[a-z-]+>", "*");
    }

    @Test
    void every_property_that_is_read_is_declared() throws IOException {
        assertThat(readings())
                .hasSizeGreaterThan(30)
                .allSatisfy(reading -> assertThat(declared(reading.name()))
                        .as("%s reads %s: a module declares it in settings()", reading.place(), reading.name())
                        .isPresent());
    }

    @Test
    void the_defaults_in_the_code_are_those_declared() throws IOException {
        assertThat(readings())
                .filteredOn(reading -> reading.fallback().isPresent())
                .hasSizeGreaterThan(15)
                .allSatisfy(reading -> assertThat(reading.fallback())
                        .as(reading.name())
                        .hasValue(declared(reading.name()).orElseThrow().fallback()));
    }

    @Test
    void the_shipped_configuration_holds_what_is_declared() throws IOException {
        assertThat(shipped()).isNotEmpty().allSatisfy((name, value) -> {
            var setting = declared(name);
            if (name.startsWith("platform.")) {
                assertThat(setting).as(name).isPresent();
            }
            setting.ifPresent(
                    declared -> assertThat(declared.fallback()).as(name).isEqualTo(value.toString()));
        });
    }

    @Test
    void nothing_is_declared_that_nobody_reads() throws IOException {
        var shipped = shipped();
        var read = readings().stream().map(Reading::name).collect(Collectors.toSet());
        assertThat(DECLARED.values())
                // The framework reads its own; of the modules' switches the name is put together.
                .filteredOn(setting -> setting.name().startsWith("platform."))
                .filteredOn(setting -> !setting.name().equals("platform.modules.<id>.enabled"))
                // So it is of slots and of realms.
                .filteredOn(setting -> !setting.name().equals("platform.file.max-size.<slot>"))
                .filteredOn(setting -> !setting.name().matches("platform[.].*[.]second-factor(-once-per-device)?"))
                // Logging begins before there are settings: it reads the variable.
                .filteredOn(setting -> !setting.name().equals("platform.log-format"))
                .allSatisfy(setting -> assertThat(read)
                        .as(setting.name())
                        .containsAnyOf(setting.name().replaceFirst("\\.<.*", ""), ofAnyName(setting)));
        assertThat(DECLARED.values())
                .filteredOn(setting -> !setting.name().startsWith("platform.") && setting.fallback() != null)
                .filteredOn(setting -> !setting.name().equals("endpoints.all.port"))
                .allSatisfy(setting -> assertThat(shipped).containsKey(setting.name()));
    }
}
