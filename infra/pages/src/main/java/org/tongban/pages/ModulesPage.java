package org.tongban.pages;

import static org.tongban.pages.Markdown.code;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.PlatformModule;

/** {@code docs/modules.md} and the short table of modules in the README (CO-1, CO-3). */
final class ModulesPage {
    private static final String BEGIN = "<!-- modules: made by infra/docs -->\n";
    private static final String END = "<!-- /modules -->\n";
    private static final Map<String, Function<PlatformModule, Collection<?>>> KINDS = kinds();

    private final List<Installed> modules;

    ModulesPage(List<Installed> modules) {
        this.modules = modules;
    }

    private static Map<String, Function<PlatformModule, Collection<?>>> kinds() {
        var kinds = new LinkedHashMap<String, Function<PlatformModule, Collection<?>>>();
        kinds.put("endpoints", EndpointScan::of);
        kinds.put("settings", PlatformModule::settings);
        kinds.put("realms", PlatformModule::realms);
        kinds.put("permissions", PlatformModule::permissions);
        kinds.put("permissions of organisations", PlatformModule::organisationPermissions);
        kinds.put("roles", PlatformModule::roles);
        kinds.put("forms", PlatformModule::forms);
        kinds.put("file slots", PlatformModule::fileSlots);
        kinds.put("review types", PlatformModule::reviewTypes);
        kinds.put("state machines", PlatformModule::stateMachines);
        kinds.put("messages", PlatformModule::messages);
        kinds.put("agreements", PlatformModule::agreements);
        kinds.put("downloads", PlatformModule::downloads);
        kinds.put("audit actions", PlatformModule::auditActions);
        kinds.put("tasks", PlatformModule::tasks);
        kinds.put("jobs", PlatformModule::jobs);
        kinds.put("events", PlatformModule::events);
        kinds.put("public collections", PlatformModule::publicCollections);
        kinds.put("public forms", PlatformModule::publicForms);
        kinds.put("console sections", PlatformModule::consoleSections);
        kinds.put("error codes", PlatformModule::errors);
        return kinds;
    }

    /** How many kinds of declaration are counted, so that a test can compare with the interface. */
    static int counted() {
        return KINDS.size() - 1;
    }

    String text() {
        var page = Markdown.page("Modules", "The modules of this repository, in the order in which they start.");
        page.table(
                List.of(
                        "id",
                        "version",
                        "English",
                        "中文",
                        "platform",
                        "needs",
                        "schema",
                        "messages begin with",
                        "package"),
                modules.stream().map(module -> row(module.descriptor())));
        page.heading("What they register")
                .table(
                        header(),
                        KINDS.entrySet().stream()
                                .filter(kind -> modules.stream()
                                        .anyMatch(module -> !kind.getValue()
                                                .apply(module.declarations())
                                                .isEmpty()))
                                .map(this::counts));
        return page.toString();
    }

    private static List<String> row(ModuleDescriptor module) {
        var platform = module.platform();
        return List.of(
                code(module.id()),
                module.version(),
                module.title().en(),
                module.title().zh(),
                platform == null ? "" : code(platform.toString()),
                new TreeMap<>(module.needs())
                        .entrySet().stream()
                                .map(need -> "%s %s%s"
                                        .formatted(
                                                code(need.getKey()),
                                                need.getValue().range(),
                                                need.getValue().optional() ? " (optional)" : ""))
                                .collect(Collectors.joining(", ")),
                code(module.schema()),
                code(module.prefix() + "."),
                code(module.basePackage()));
    }

    private List<String> header() {
        return Stream.concat(
                        Stream.of("kind"),
                        modules.stream().map(module -> code(module.descriptor().id())))
                .toList();
    }

    private List<String> counts(Map.Entry<String, Function<PlatformModule, Collection<?>>> kind) {
        return Stream.concat(Stream.of(kind.getKey()), modules.stream().map(module -> {
                    var count = kind.getValue().apply(module.declarations()).size();
                    return count == 0 ? "" : Integer.toString(count);
                }))
                .toList();
    }

    /** A README with its table of modules made anew; as it is where it has no place for one. */
    String inReadme(String readme, Language language) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            return readme;
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n" + table(language) + "\n" + readme.substring(end);
    }

    private String table(Language language) {
        var columns = switch (language) {
            case EN -> List.of("module", "version", "programme");
            case ZH -> List.of("模块", "版本", "业务");
        };
        return new Markdown()
                .table(
                        columns,
                        modules.stream()
                                .map(Installed::descriptor)
                                .map(module -> List.of(
                                        code(module.id()),
                                        module.version(),
                                        module.title().in(language))))
                .toString();
    }
}
