package org.tongban.core.state;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/** A state of a record, implemented by an enum (CO-14): answered as {@code state}, its title as {@code stateTitle}. */
public interface State {
    /** The name of the constant. */
    String name();

    /** The word for it that people read. */
    Title title();

    /** The code in answers and in the database: the constant's name in lower case with hyphens. */
    default String code() {
        return Move.code(name());
    }

    /**
     * The state of a code.
     *
     * @throws NoSuchElementException where there is none
     */
    static <S extends Enum<S> & State> S of(Class<S> states, String code) {
        return Stream.of(states.getEnumConstants())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException(states.getSimpleName() + " has no “" + code + "”"));
    }

    /** Whether nothing follows: any other state needs a move that leads out of it (CO-8). */
    default boolean isFinal() {
        return false;
    }
}
