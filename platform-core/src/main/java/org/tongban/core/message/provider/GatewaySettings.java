package org.tongban.core.message.provider;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * A gateway over HTTP, {@code platform.sms.http.*} (CO-42).
 *
 * @param url where messages are posted
 * @param header the header that shows the secret
 * @param secret what it says
 * @param signingKey by which each body is signed; null where it is not
 * @param bodyFile a JSON file in which names in braces stand for the message's parts; null for the platform's own form
 * @param idPointer where the answer has the gateway's id, as JSON Pointer
 * @param dropsRepeated whether the gateway heeds {@code Idempotency-Key}
 */
@ConfigurationProperties("platform.sms.http")
record GatewaySettings(
        @Nullable String url,
        @Bindable(defaultValue = "Authorization") String header,
        @Nullable String secret,
        @Nullable String signingKey,
        @Nullable String bodyFile,
        @Bindable(defaultValue = "/id") String idPointer,
        @Bindable(defaultValue = "false") boolean dropsRepeated) {
    @Override
    public String toString() {
        return "GatewaySettings[…]";
    }
}
