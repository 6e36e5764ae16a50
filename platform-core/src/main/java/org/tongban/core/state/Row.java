package org.tongban.core.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table of moves says of one: {@code Row.of(Actor.UNIT, DRAFT, RETURNED).to(IN_REVIEW)}.
 *
 * @param by who makes it
 * @param from the states it starts from
 * @param to the state it leads to, or null where the record is deleted
 * @param message the id of the message that goes with it, or null
 * @param event the payload of the event that is published with it, or null
 */
public record Row<S extends State>(
        Actor by,
        List<S> from,
        @Nullable S to,
        @Nullable String message,
        @Nullable Class<? extends Record> event) {
    public Row {
        from = List.copyOf(from);
    }

    /** A move that deletes the record, until {@link #to} says where it leads. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, not kept
    public static <S extends State> Row<S> of(Actor by, S... from) {
        return new Row<>(by, List.of(from), null, null, null);
    }

    /** The same, leading to the state. */
    public Row<S> to(S state) {
        return new Row<>(by, from, state, message, event);
    }

    /** The same, with the message. */
    public Row<S> sends(String id) {
        return new Row<>(by, from, to, id, event);
    }

    /** The same, with the event. */
    public Row<S> publishes(Class<? extends Record> payload) {
        return new Row<>(by, from, to, message, payload);
    }
}
