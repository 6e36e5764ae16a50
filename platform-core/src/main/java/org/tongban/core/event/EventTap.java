package org.tongban.core.event;

import java.time.Instant;
import java.util.UUID;

/** A part of the platform that is told of every event from its first start on, whatever it carries. */
public interface EventTap {
    /** Its own name, before that of a type; its progress is kept for each type of event alone. */
    String subscriber();

    /** Takes one event in a transaction with the mark of its progress; it may come again. */
    void take(Occurrence occurrence);

    /**
     * What happened.
     *
     * @param transaction the number of the transaction that wrote it, as text
     */
    record Occurrence(UUID id, String type, UUID aggregate, Instant at, String transaction) {}
}
