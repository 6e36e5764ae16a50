package org.tongban.pages;

import static org.tongban.pages.Markdown.code;
import static org.tongban.pages.Markdown.codes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.event.EventType;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.state.Move;
import org.tongban.core.state.State;
import org.tongban.core.state.StateMachine;

/** {@code docs/states.md}: each declared state machine, drawn and as a table (CO-8). */
final class StatesPage {
    private final List<Installed> modules;

    StatesPage(List<Installed> modules) {
        this.modules = modules;
    }

    String text() {
        var page = Markdown.page(
                "States and moves",
                "The way of each kind of record, as its module declares it. A move that is not here is refused with"
                        + " `illegal-move`.");
        for (var module : modules) {
            for (var machine : module.declarations().stateMachines()) {
                page.heading("%s · %s (%s)"
                                .formatted(machine.title().en(), machine.title().zh(), code(machine.id())))
                        .block("mermaid", diagram(machine))
                        .table(
                                List.of("state", "English", "中文"),
                                machine.states().stream().map(StatesPage::row))
                        .table(
                                List.of("move", "by", "from", "to", "message", "event"),
                                machine.moves().stream().map(move -> row(move, module)));
            }
        }
        return page.toString();
    }

    private static Stream<String> diagram(StateMachine machine) {
        var named = machine.states().stream()
                .map(state -> "    state \"%s %s\" as %s"
                        .formatted(state.title().en(), state.title().zh(), name(state)));
        var moves = machine.moves().stream()
                .flatMap(move -> move.from().stream()
                        .map(from -> "    %s --> %s: %s"
                                .formatted(
                                        name(from),
                                        move.to().map(StatesPage::name).orElse("[*]"),
                                        move.code())));
        var ends =
                machine.states().stream().filter(State::isFinal).map(state -> "    %s --> [*]".formatted(name(state)));
        return Stream.of(
                        Stream.of("stateDiagram-v2"),
                        named,
                        Stream.of("    [*] --> " + name(machine.initial())),
                        moves,
                        ends)
                .flatMap(lines -> lines);
    }

    /** A hyphen would be read as part of an arrow. */
    private static String name(State state) {
        return state.code().replace('-', '_');
    }

    private static List<String> row(State state) {
        return List.of(code(state.code()), state.title().en(), state.title().zh());
    }

    private static List<String> row(Move<?> move, Installed module) {
        return List.of(
                code(move.code()),
                move.by().title().en(),
                codes(move.from().stream().map(State::code).toList()),
                move.to().map(state -> code(state.code())).orElse("deleted"),
                move.message().map(Markdown::code).orElse(""),
                event(move, module).map(Markdown::code).orElse(""));
    }

    private static Optional<String> event(Move<?> move, Installed module) {
        return move.event()
                .flatMap(payload -> module.declarations().events().stream()
                        .filter(event -> event.payload().equals(payload))
                        .map(EventType::id)
                        .findFirst());
    }
}
