package org.tongban.core.console;

import io.micronaut.context.annotation.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Belonging;
import org.tongban.core.section.ConsoleSection.Input;
import org.tongban.core.section.ConsoleSection.Link;
import org.tongban.core.section.ConsoleSection.Listing;
import org.tongban.core.section.ConsoleSection.Next.To;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.internal.OperationCalls;

/** The sections that modules declare, found to be whole at the start (CO-2, CO-47b). */
@Context
public class ConsoleSections {
    private final Map<String, ConsoleSection> byId = new LinkedHashMap<>();
    private final OperationCalls calls;

    ConsoleSections(ModuleRegistry modules, OperationCalls calls) {
        this.calls = calls;
        modules.<ConsoleSection>all(PlatformModule::consoleSections).forEach(section -> {
            if (byId.put(section.id(), section) != null) {
                throw new StartRefused("The section “%s” of the console is declared twice.".formatted(section.id()));
            }
        });
        byId.values().forEach(this::require);
    }

    private void require(ConsoleSection section) {
        operations(section)
                .filter(operation -> !calls.knows(operation))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new StartRefused("The section “%s” of the console names the operation “%s”, which is none."
                            .formatted(section.id(), unknown));
                });
        links(section)
                .map(Link::section)
                .filter(other -> !byId.containsKey(other))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new StartRefused("The section “%s” of the console leads to “%s”, which is none."
                            .formatted(section.id(), unknown));
                });
    }

    private static Stream<String> operations(ConsoleSection section) {
        var actions = section.actions().stream()
                .flatMap(action -> Stream.concat(
                        Stream.of(action.operation()), action.inputs().stream().flatMap(ConsoleSections::options)));
        return Stream.of(listings(section).map(Listing::operation), reading(section), actions)
                .flatMap(operation -> operation);
    }

    private static Stream<String> options(Input input) {
        var options = input.options();
        return options == null ? Stream.of() : Stream.of(options.operation());
    }

    private static Stream<String> reading(ConsoleSection section) {
        var record = section.record();
        return record == null ? Stream.of() : Stream.of(record.operation());
    }

    private static Stream<Link> links(ConsoleSection section) {
        var next = section.actions().stream()
                .map(Action::next)
                .filter(To.class::isInstance)
                .map(to -> ((To) to).link());
        return Stream.concat(listings(section).flatMap(ConsoleSections::link), next);
    }

    private static Stream<Link> link(Listing listing) {
        var link = listing.link();
        return link == null ? Stream.of() : Stream.of(link);
    }

    private static Stream<Listing> listings(ConsoleSection section) {
        var own = section.listing();
        var record = section.record();
        var parts = record == null
                ? Stream.<Listing>of()
                : record.parts().stream().filter(Belonging.class::isInstance).map(part -> ((Belonging) part).listing());
        return Stream.concat(own == null ? Stream.of() : Stream.of(own), parts);
    }

    /** Those with a list of their own that the caller may read, in the order of their modules. */
    public List<ConsoleSection> of(Caller caller) {
        return byId.values().stream()
                .filter(section -> section.listing() != null)
                .filter(section -> mayEnter(caller, section))
                .toList();
    }

    /** The one whose records are the subjects of the cases of a type, if it is there for the caller. */
    public Optional<ConsoleSection> ofReview(Caller caller, String reviewType) {
        return byId.values().stream()
                .filter(section -> reviewType.equals(section.reviewType()))
                .filter(section -> mayEnter(caller, section))
                .findFirst();
    }

    /** The section, if it is there for the caller. */
    public ConsoleSection find(Caller caller, String id) {
        var found = byId.get(id);
        if (found == null || !mayEnter(caller, found)) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return found;
    }

    /** Whoever may read it; where anybody may, whoever may do anything in it. */
    private boolean mayEnter(Caller caller, ConsoleSection section) {
        var listing = section.listing();
        return Stream.concat(listing == null ? Stream.of() : Stream.of(listing.operation()), reading(section))
                .anyMatch(operation -> calls.isGuarded(operation)
                        ? calls.may(caller, operation)
                        : section.actions().stream().anyMatch(action -> calls.may(caller, action.operation())));
    }

    /** What may be done in it by the caller. */
    public Action action(Caller caller, ConsoleSection section, String operation, boolean onRecord) {
        return section.actions().stream()
                .filter(action -> action.operation().equals(operation))
                .filter(action -> action.onRecord() == onRecord)
                .filter(action -> calls.may(caller, action.operation()))
                .findFirst()
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
