package org.tongban.core.event;

import java.util.function.Consumer;

/**
 * A subscriber to the events of one type.
 *
 * @param fromNow whether it is told only of what happens after its first start
 * @param taker takes one event, in a transaction with the mark of the progress
 */
record Subscription(String subscriber, String type, boolean fromNow, Consumer<StoredEvent> taker) {
    void take(StoredEvent event) {
        taker.accept(event);
    }
}
