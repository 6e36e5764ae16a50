package org.tongban.core.message;

/** Sends short messages (CO-42). One bean at a time; the default only logs that one was sent. Thread-safe. */
public interface SmsProvider {
    /**
     * Hands one message over.
     *
     * @param phone E.164
     * @return the provider's request id
     * @throws RuntimeException where the provider refused or did not answer; the message is tried again
     */
    String send(String phone, String text, String template);
}
