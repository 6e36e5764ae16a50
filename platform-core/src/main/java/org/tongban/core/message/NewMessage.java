package org.tongban.core.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient is to be told.
 *
 * @param template the {@link MessageTemplate}'s id; every parameter of its text must be given
 * @param link the path on this platform that the inbox leads to, say {@code /api/product-filing/v1/products/…}; null for none
 */
public record NewMessage(
        String template,
        Recipient recipient,
        Map<String, String> parameters,
        @Nullable String link) {
    public NewMessage {
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("not a path of this platform: " + link);
        }
    }
}
