package org.tongban.core.event;

import java.util.UUID;

/** A subscriber to one kind of event; runs in a transaction of its own together with the mark of its progress (CO-50). */
public interface EventHandler<T extends Record> {
    /** Its own name, under which its progress is kept: {@code module.verb-noun}. Never changed once released. */
    String subscriber();

    /** The record it wants. */
    Class<T> payload();

    /** Takes one event; it may come again after a crash, with the same id. */
    void handle(UUID event, UUID aggregate, T payload);
}
