package org.tongban.core.event;

import java.util.UUID;

/** Publishes domain events in the transaction under way (CO-50). */
public interface Events {
    /**
     * Writes the event; it is delivered after the transaction has committed, at least once, in order per aggregate.
     *
     * @param payload an instance of a declared {@link EventType}'s record
     */
    void publish(UUID aggregate, Record payload);
}
