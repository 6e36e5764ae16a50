package org.tongban.core.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tongban.core.module.Language;

/**
 * Takes messages into the outbox, in the transaction of the change that causes them (CO-40). Whatever goes to an account is
 * in its inbox from then on, whether or not a phone is reached (CO-38).
 */
public interface Outbox {
    /**
     * Tells the recipient, in Chinese where it is sent.
     *
     * @param template the {@link MessageTemplate}'s id; every parameter of its text must be given
     */
    default void send(String template, Recipient recipient, Map<String, String> parameters) {
        sendAll(List.of(new NewMessage(template, recipient, parameters, null)));
    }

    /**
     * The same of a record that the inbox leads to.
     *
     * @param link its path on this platform, say {@code /api/product-filing/v1/products/…}
     */
    default void send(String template, Recipient recipient, Map<String, String> parameters, String link) {
        sendAll(List.of(new NewMessage(template, recipient, parameters, link)));
    }

    /** Tells many recipients at once, in Chinese where it is sent. */
    void sendAll(List<NewMessage> messages);

    /**
     * Writes a message that says something only for a while: once that is over it is dropped unsent (CO-41).
     *
     * @param language of the text, where the template has it
     */
    void sendWhileTrue(
            String template, Recipient recipient, Map<String, String> parameters, Language language, Instant notAfter);
}
