package org.tongban.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tongban.checks.SourceFile;

/** {@code docs/rules.md}: every rule with the tests that name it. */
final class RulesPage {
    private static final String NONE_YET = "not yet";

    private final RuleTitles rules;
    private final Map<String, List<TaggedTest>> tests;

    RulesPage(RuleTitles rules, List<SourceFile> sources) {
        this.rules = rules;
        this.tests = TagScan.of(sources);
        var unknown = tests.entrySet().stream()
                .filter(tag -> !rules.titles().containsKey(tag.getKey()))
                .map(tag -> "@Tag(\"%s\") in %s"
                        .formatted(tag.getKey(), tag.getValue().getFirst().path()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("docs/rules.txt knows no rule of this number: " + unknown);
        }
    }

    String text() {
        var page = Markdown.page(
                "Rules and the tests that prove them",
                "A test names a rule by `@Tag`, and then proves some part of it: a rule with tests is not always whole."
                        + " A class named alone has the tag for all its tests. What"
                        + " only `infra/bench` and `infra/faults` run is not here.");
        page.table(
                List.of("family", "rules", "with tests", NONE_YET),
                rules.families().entrySet().stream()
                        .map(family -> counts(
                                "[%s](#%s)".formatted(family.getValue(), anchor(family.getKey(), family.getValue())),
                                rules.of(family.getKey()))));
        page.paragraph("In all: %s."
                .formatted(String.join(
                        ", ",
                        "%d rules".formatted(rules.titles().size()),
                        "%d with tests".formatted(tests.size()),
                        "%d %s".formatted(rules.titles().size() - tests.size(), NONE_YET))));
        rules.families()
                .forEach((letters, title) -> page.heading(letters + " " + title)
                        .table(
                                List.of("rule", "about", "tests"),
                                rules.of(letters).stream()
                                        .map(number -> List.of(
                                                number, rules.titles().getOrDefault(number, ""), proof(number)))));
        return page.toString();
    }

    private List<String> counts(String title, List<String> numbers) {
        var with = numbers.stream().filter(tests::containsKey).count();
        return List.of(
                title, Integer.toString(numbers.size()), Long.toString(with), Long.toString(numbers.size() - with));
    }

    private static String anchor(String letters, String title) {
        return (letters + " " + title).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private String proof(String number) {
        var byType = new LinkedHashMap<String, List<TaggedTest>>();
        for (var test : tests.getOrDefault(number, List.of())) {
            byType.computeIfAbsent("[%s](../%s)".formatted(test.type(), test.path()), key -> new ArrayList<>())
                    .add(test);
        }
        if (byType.isEmpty()) {
            return NONE_YET;
        }
        return byType.entrySet().stream()
                .map(entry -> entry.getKey() + sentences(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String sentences(List<TaggedTest> tests) {
        var sentences = tests.stream()
                .map(TaggedTest::method)
                .filter(Objects::nonNull)
                .map(method -> method.replace('_', ' '))
                .collect(Collectors.joining("; "));
        return sentences.isEmpty() ? "" : ": " + sentences;
    }
}
