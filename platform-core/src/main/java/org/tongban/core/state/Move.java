package org.tongban.core.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/**
 * A record's table of moves, implemented by an enum with a {@link Row} for each constant: nothing else sets a state.
 *
 * @param <S> the states of the record
 */
public interface Move<S extends State> {
    /** The name of the constant. */
    String name();

    /** What the table says of it. */
    Row<S> row();

    /** Who makes it. */
    default Actor by() {
        return row().by();
    }

    /** The states it starts from. */
    default List<S> from() {
        return row().from();
    }

    /** The state it leads to; empty where the record is deleted. */
    default Optional<S> to() {
        return Optional.ofNullable(row().to());
    }

    /** The id of the message that goes with it. */
    default Optional<String> message() {
        return Optional.ofNullable(row().message());
    }

    /** The payload of the event that is published with it. */
    default Optional<Class<? extends Record>> event() {
        return Optional.ofNullable(row().event());
    }

    /**
     * The payload, once it is known to be of the {@link #event()} that the table has for this move.
     *
     * @throws IllegalStateException where the move publishes another event or none
     */
    default <E extends Record> E requireEvent(E payload) {
        if (event().filter(payload.getClass()::equals).isEmpty()) {
            throw new IllegalStateException(
                    code() + " does not publish " + payload.getClass().getName());
        }
        return payload;
    }

    /** The code in answers: the constant's name in lower case with hyphens. */
    default String code() {
        return code(name());
    }

    /** Whether the actor may make it from the state. */
    default boolean isAllowed(S state, Actor actor) {
        return by().equals(actor) && from().contains(state);
    }

    /**
     * Refuses a move that the table does not have (CO-10).
     *
     * @throws DomainException 409 {@code illegal-move} with {@code from}, {@code move} and, where there is one, {@code to}
     */
    default void check(S state, Actor actor) {
        if (!isAllowed(state, actor)) {
            var refusal = DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", state.code())
                    .with("move", code());
            throw to().map(to -> refusal.with("to", to.code())).orElse(refusal);
        }
    }

    /**
     * The state that the move leads to, once {@link #check} has let it pass.
     *
     * @throws IllegalStateException where it deletes the record and so leads to none
     */
    default S apply(S state, Actor actor) {
        check(state, actor);
        return to().orElseThrow(() -> new IllegalStateException(code() + " leads to no state"));
    }

    /** The code of a constant: its name in lower case with hyphens. */
    static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
