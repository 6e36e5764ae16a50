package org.tongban.faults.fuzz;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One way to spoil a request.
 *
 * @param name says what is wrong, for the report
 * @param refused whether every server must refuse what comes out
 * @param onItsRoute whether the spoilt request still asks for its operation, so that the operation describes the answer
 * @param applies to which operations
 */
record Mutation(String name, boolean refused, boolean onItsRoute, Predicate<Operation> applies, Spoiling spoiling) {
    /** Spoils the draft of an operation's request. */
    interface Spoiling {
        void spoil(Draft draft, Operation operation, RandomGenerator random);
    }

    /** Every mutation there is. */
    static List<Mutation> all(Samples samples) {
        return Stream.of(
                        List.of(new Mutation(
                                "nothing", false, true, operation -> true, (draft, operation, random) -> {})),
                        BodyMutations.all(samples),
                        RequestMutations.all())
                .flatMap(List::stream)
                .toList();
    }
}
