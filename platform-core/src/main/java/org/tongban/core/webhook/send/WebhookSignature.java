package org.tongban.core.webhook.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent to a webhook, as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, time and body. */
public final class WebhookSignature {
    /** Before a secret, so that scanners of code find one. */
    public static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /**
     * The header {@code webhook-signature}: one signature for each secret.
     *
     * @param seconds when it is sent, since 1970
     */
    public static String of(List<String> secrets, String id, long seconds, byte[] body) {
        var head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + signed(secret, head, body))
                .collect(Collectors.joining(" "));
    }

    private static String signed(String secret, byte[] head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
