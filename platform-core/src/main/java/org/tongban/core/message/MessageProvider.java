package org.tongban.core.message;

/** Sends the messages of one channel (CO-42, CO-45). One bean for each; the default only logs that one was sent. Thread-safe. */
public interface MessageProvider {
    /** What it sends by. */
    MessageTemplate.Channel channel();

    /**
     * Hands one message over.
     *
     * @param to a phone in E.164, or an e-mail address
     * @param subject of an e-mail; empty for a short message
     * @param template the {@link MessageTemplate}'s id
     * @return the provider's request id
     * @throws RuntimeException where the provider refused or did not answer; the message is tried again
     */
    String send(String to, String subject, String text, String template);
}
