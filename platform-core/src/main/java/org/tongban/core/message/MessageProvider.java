package org.tongban.core.message;

/** Sends the messages of one channel (CO-42, CO-45). One bean for each; the default only logs that one was sent. Thread-safe. */
public interface MessageProvider {
    /** What it sends by. */
    MessageTemplate.Channel channel();

    /**
     * Hands one message over.
     *
     * @return the provider's request id
     * @throws MessageRefused where it would be refused each time; it is not tried again
     * @throws RuntimeException where the provider refused for now or did not answer; the message is tried again
     */
    String send(OutgoingMessage message);

    /**
     * Whether a second message under the same {@link OutgoingMessage#reference} is answered like the first one and not sent.
     * Only then is one sent again of which nobody knows, after a crash, whether the provider has it (CO-41).
     */
    default boolean dropsRepeated() {
        return false;
    }
}
