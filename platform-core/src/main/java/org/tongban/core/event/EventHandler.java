package org.tongban.core.event;

import java.util.UUID;

/** A subscriber to one kind of event; runs in a transaction of its own together with the mark of its progress (CO-50). */
public interface EventHandler<T extends Record> {
    /** Its own name, under which its progress is kept: {@code module.verb-noun}. Never changed once released. */
    String subscriber();

    /** The record it wants. */
    Class<T> payload();

    /**
     * Takes one event. What it writes and the mark that it has taken it are one transaction, so that this is done once. What
     * it does outside of the database may be done again after a failure or a crash, and then with the same id, by which the
     * other side can tell. Where it throws, the event comes again later; further ones of the aggregate wait for it.
     *
     * @param event the event's id, the same each time
     */
    void handle(UUID event, UUID aggregate, T payload);
}
