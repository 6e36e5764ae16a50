package org.tongban.core.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/**
 * The states and moves of one kind of record, declared so that they can be checked and drawn (CO-8).
 *
 * @param id {@code <module>.<record>}
 * @param title the kind of record
 * @param initial the state that a new record has
 * @param states every state, in the order in which people see them
 * @param moves every move
 */
public record StateMachine(
        String id, Title title, State initial, List<? extends State> states, List<? extends Move<?>> moves) {
    public StateMachine {
        states = List.copyOf(states);
        moves = List.copyOf(moves);
    }

    /** What is wrong with it, a sentence each: states that cannot be reached or left, codes that are there twice. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        doubled(states.stream().map(State::code)).forEach(code -> faults.add(says("has the state %s twice", code)));
        doubled(moves.stream().map(Move::code)).forEach(code -> faults.add(says("has the move %s twice", code)));
        Stream.concat(
                        Stream.of(initial),
                        moves.stream().flatMap(move -> Stream.concat(move.from().stream(), move.to().stream())))
                .filter(state -> !states.contains(state))
                .distinct()
                .forEach(state -> faults.add(says("moves by a state it does not list: %s", state.code())));
        moves.stream()
                .filter(move -> move.from().isEmpty())
                .forEach(move -> faults.add(says("has a move that starts nowhere: %s", move.code())));
        var reached = reached();
        for (var state : states) {
            if (!reached.contains(state)) {
                faults.add(says("never reaches the state %s", state.code()));
            }
            var left = moves.stream().anyMatch(move -> move.from().contains(state));
            if (!left && !state.isFinal()) {
                faults.add(says("never leaves the state %s, which is not declared final", state.code()));
            } else if (left && state.isFinal()) {
                faults.add(says("leaves the state %s, which is declared final", state.code()));
            }
        }
        return List.copyOf(faults);
    }

    private Set<State> reached() {
        var reached = new HashSet<State>(Set.of(initial));
        var open = new ArrayDeque<State>(reached);
        while (!open.isEmpty()) {
            var state = open.remove();
            moves.stream()
                    .filter(move -> move.from().contains(state))
                    .flatMap(move -> move.to().stream())
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    private String says(String what, String code) {
        return "The state machine %s %s.".formatted(id, what.formatted(code));
    }

    private static List<String> doubled(Stream<String> codes) {
        return codes.collect(Collectors.groupingBy(code -> code, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey())
                .toList();
    }
}
