package org.tongban.pages;

import static org.tongban.pages.Markdown.code;

import java.util.List;
import java.util.Objects;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.Setting;

/** {@code docs/configuration.md}: every setting with its kind and what holds without it (CO-81). */
final class ConfigurationPage {
    private final List<Installed> modules;

    ConfigurationPage(List<Installed> modules) {
        this.modules = modules;
    }

    String text() {
        var page = Markdown.page(
                "Configuration",
                "Every property that an installation may set. A value that is not of its kind stops the start with the"
                        + " property's name.");
        page.paragraph("A property is set by its variable of the environment, where it has one; by the variable that"
                + " its name becomes in capitals with underscores (`PLATFORM_TASKS_POLLING=5s`); or in a file named"
                + " by `MICRONAUT_CONFIG_FILES`. A variable of this page may also be given as `<NAME>_FILE`, the path"
                + " of a file that holds the value. What only the scripts read is in [Operations](operations.md).");
        for (var module : modules) {
            var settings = module.declarations().settings();
            if (!settings.isEmpty()) {
                page.heading(module.descriptor().title().en())
                        .table(
                                List.of("property", "variable", "value", "without it", "meaning"),
                                settings.stream().map(ConfigurationPage::row));
            }
        }
        return page.toString();
    }

    private static List<String> row(Setting setting) {
        return List.of(
                code(setting.name()),
                code(Objects.requireNonNullElse(setting.variable(), "")),
                setting.kind().words(),
                setting.required() ? "nothing starts" : code(Objects.requireNonNullElse(setting.fallback(), "")),
                setting.about());
    }
}
