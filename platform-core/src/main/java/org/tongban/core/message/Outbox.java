package org.tongban.core.message;

import java.util.Map;

/** Takes messages into the outbox, in the transaction of the change that causes them (CO-40). */
public interface Outbox {
    /**
     * Writes one row for each phone of the recipient.
     *
     * @param template the {@link MessageTemplate}'s id; every parameter of its text must be given
     */
    void send(String template, Recipient recipient, Map<String, String> parameters);
}
