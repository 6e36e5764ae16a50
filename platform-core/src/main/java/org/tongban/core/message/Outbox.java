package org.tongban.core.message;

import java.time.Instant;
import java.util.Map;
import org.tongban.core.module.Language;

/** Takes messages into the outbox, in the transaction of the change that causes them (CO-40). */
public interface Outbox {
    /**
     * Writes one row, in Chinese, for each phone of the recipient.
     *
     * @param template the {@link MessageTemplate}'s id; every parameter of its text must be given
     */
    void send(String template, Recipient recipient, Map<String, String> parameters);

    /**
     * Writes a message that says something only for a while: once that is over it is dropped unsent (CO-41).
     *
     * @param language of the text, where the template has it
     */
    void sendWhileTrue(
            String template, Recipient recipient, Map<String, String> parameters, Language language, Instant notAfter);
}
