package org.tongban.core.console.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.PageAddress;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.desk.QueueOrder;
import org.tongban.core.review.desk.ReviewQueue.Wanted;
import org.tongban.core.web.Caller;

/** The filters of the queue: what the address says, and as controls (CO-47). What it cannot say is left out, and told. */
@Singleton
class QueueFilters {
    static final String DIVISION = "division";

    private static final int LONGEST_NUMBER = 20;

    /** The filters whose choices are the same for everybody. */
    private static final Map<String, Set<String>> CHOICES = choices();

    private static final Set<String> OTHERS = Set.of("number", "module", "type", "region", "cursor");

    private final ConsolePages pages;
    private final CaseTypes types;
    private final ReferenceSets references;
    private final ModuleRegistry modules;

    QueueFilters(ConsolePages pages, CaseTypes types, ReferenceSets references, ModuleRegistry modules) {
        this.pages = pages;
        this.types = types;
        this.references = references;
        this.modules = modules;
    }

    private static Map<String, Set<String>> choices() {
        var choices = new LinkedHashMap<String, Set<String>>();
        choices.put("state", Stream.of(CaseState.values()).map(CaseState::code).collect(Collectors.toSet()));
        choices.put("kind", Stream.of(CaseKind.values()).map(CaseKind::code).collect(Collectors.toSet()));
        choices.put("overdue", Set.of("true"));
        choices.put("sort", Set.of("due", "newest"));
        return choices;
    }

    /** What the address asks for; the undecided ones, the soonest due first, where it says nothing of it. */
    Wanted wanted(PageAddress address) {
        var state = state(address.value("state"));
        boolean decided = state != null && !CaseState.UNDECIDED.contains(state);
        var number = number(address) instanceof Parsed.Valid<String> valid ? valid.identifier() : null;
        boolean newest = decided || number != null || address.value("sort").equals("newest");
        return new Wanted(
                value(address, "module"),
                value(address, "type"),
                state,
                kind(address.value("kind")),
                null,
                value(address, "region"),
                address.value("overdue").equals("true") ? Boolean.TRUE : null,
                number,
                newest ? QueueOrder.NEWEST : QueueOrder.DUE);
    }

    /** What of the address was left out because nobody can filter by it; null where nothing was. */
    @Nullable
    ErrorSummary errors(PageAddress address) {
        var problems = new ArrayList<Problem>();
        boolean number = false;
        if (number(address) instanceof Parsed.Refused<String> refused) {
            problems.add(new Problem("#number", refused.message().in(address.language())));
            number = true;
        }
        CHOICES.forEach((name, choices) -> {
            var value = address.value(name);
            if (!value.isEmpty() && !choices.contains(value)) {
                problems.add(new Problem(
                        "#" + name, pages.text(address, "filter.no-option", text(address, name), shortened(value))));
            }
        });
        address.query().keySet().stream()
                .filter(name -> !CHOICES.containsKey(name) && !OTHERS.contains(name))
                .map(name -> new Problem("#main", pages.text(address, "filter.unknown", shortened(name))))
                .forEach(problems::add);
        if (problems.isEmpty()) {
            return null;
        }
        var title = number && problems.size() == 1 ? "filter.failed" : "filter.ignored";
        return new ErrorSummary(pages.text(address, title), List.copyOf(problems));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NUMBER * 2 ? text : text.substring(0, LONGEST_NUMBER * 2) + "…";
    }

    private static @Nullable Parsed<String> number(PageAddress address) {
        var typed = value(address, "number");
        return typed == null ? null : Numbers.read(typed);
    }

    private static @Nullable String value(PageAddress address, String name) {
        var value = address.value(name);
        return value.isEmpty() ? null : value.substring(0, Math.min(value.length(), LONGEST_NUMBER * 4));
    }

    private static @Nullable CaseState state(String code) {
        return Stream.of(CaseState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable CaseKind kind(String code) {
        return Stream.of(CaseKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    List<Control> controls(PageAddress address, Caller caller) {
        var language = address.language();
        var reviewed = types.of(caller);
        var ofModules = modules(address, reviewed);
        var controls = new ArrayList<Control>();
        controls.add(new Control("number", "number", text(address, "number"), address.value("number"), List.of()));
        if (ofModules.size() > 1) {
            controls.add(choice(address, "module", ofModules.stream()));
        }
        controls.add(choice(
                address,
                "type",
                reviewed.stream()
                        .map(type ->
                                option(address, "type", type.id(), type.title().in(language)))));
        controls.add(choice(
                address,
                "state",
                Stream.of(CaseState.values())
                        .map(state -> option(
                                address, "state", state.code(), state.title().in(language)))));
        controls.add(choice(
                address,
                "kind",
                Stream.of(CaseKind.values())
                        .map(kind -> option(
                                address, "kind", kind.code(), kind.title().in(language)))));
        if (caller.region() == null) {
            controls.add(choice(address, "region", regions(address)));
        }
        controls.add(choice(
                address, "overdue", Stream.of(option(address, "overdue", "true", text(address, "overdue.true")))));
        controls.add(sort(address));
        return List.copyOf(controls);
    }

    private Control sort(PageAddress address) {
        var options = Stream.of("due", "newest")
                .map(order -> option(address, "sort", order, text(address, "sort." + order)))
                .toList();
        return new Control("sort", "sort", text(address, "sort"), "", options);
    }

    private List<Option> modules(PageAddress address, List<ReviewType> reviewed) {
        return modules.modules().stream()
                .map(module -> module.descriptor())
                .filter(module -> reviewed.stream().anyMatch(type -> type.id().startsWith(module.id() + ".")))
                .map(module ->
                        option(address, "module", module.id(), module.title().in(address.language())))
                .toList();
    }

    private Stream<Option> regions(PageAddress address) {
        return references.list(DIVISION, "", null).stream()
                .map(entry ->
                        option(address, "region", entry.code(), entry.title().in(address.language())));
    }

    private Control choice(PageAddress address, String name, Stream<Option> options) {
        var all = new Option("", text(address, "all"), address.value(name).isEmpty());
        return new Control(
                name,
                name,
                text(address, name),
                "",
                Stream.concat(Stream.of(all), options).toList());
    }

    private static Option option(PageAddress address, String name, String value, String title) {
        return new Option(value, title, address.value(name).equals(value));
    }

    private String text(PageAddress address, String key) {
        return pages.text(address, "filter." + key);
    }
}
