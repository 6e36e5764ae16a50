package org.tongban.core.event;

import java.util.List;
import java.util.UUID;

/** Publishes domain events in the transaction under way (CO-50). */
public interface Events {
    /**
     * Writes the event; it is delivered after the transaction has committed, at least once, in order per aggregate.
     *
     * @param payload an instance of a declared {@link EventType}'s record
     */
    default void publish(UUID aggregate, Record payload) {
        publishAll(List.of(new NewEvent(aggregate, payload)));
    }

    /** The same of many at once, in their order. */
    void publishAll(List<NewEvent> events);
}
