package org.tongban.core.message;

import java.util.Map;
import java.util.UUID;
import org.tongban.core.message.MessageTemplate.Channel;

/**
 * A message as a provider gets it (CO-42); {@link #toString} shows nothing of what it says.
 *
 * @param reference the same at each attempt; receipts may name it
 * @param to a phone in E.164, or an e-mail address
 * @param subject of an e-mail; empty for a short message
 * @param template the {@link MessageTemplate}'s id
 * @param parameters the template's, in the order of its text
 */
public record OutgoingMessage(
        UUID reference,
        Channel channel,
        String to,
        String subject,
        String text,
        String template,
        Map<String, String> parameters) {
    @Override
    public String toString() {
        return "%s %s %s to %s".formatted(channel, template, reference, Masked.of(channel, to));
    }
}
