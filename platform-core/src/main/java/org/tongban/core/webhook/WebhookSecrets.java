package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.webhook.send.WebhookSignature;

/** Makes and keeps the secrets of webhooks, and whom to tell of one that is disabled: both sealed (CO-58). */
@Singleton
class WebhookSecrets {
    static final byte[] NONE = new byte[0];

    private static final String SECRET = "core.webhook.secret";
    private static final String PREVIOUS = "core.webhook.previous_secret";
    private static final String CONTACT = "core.webhook.contact";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKey masterKey;

    WebhookSecrets(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** A secret that nobody has seen before. */
    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] seal(UUID webhook, String secret) {
        return masterKey.seal(secret, SECRET + webhook).bytes();
    }

    /** The present secret, sealed for the place of the former one. */
    byte[] sealAsPrevious(WebhookRow webhook) {
        return masterKey
                .seal(
                        masterKey.openText(Encrypted.of(webhook.secret()), SECRET + webhook.id()),
                        PREVIOUS + webhook.id())
                .bytes();
    }

    /** Those that sign at a moment, the present one first. */
    List<String> signing(WebhookRow webhook, Instant now) {
        var present = masterKey.openText(Encrypted.of(webhook.secret()), SECRET + webhook.id());
        return hasPrevious(webhook, now)
                ? List.of(present, masterKey.openText(Encrypted.of(webhook.previousSecret()), PREVIOUS + webhook.id()))
                : List.of(present);
    }

    static boolean hasPrevious(WebhookRow webhook, Instant now) {
        return webhook.previousSecret().length > 0 && now.isBefore(webhook.previousUntil());
    }

    /** An e-mail address; none where it is empty. */
    byte[] sealContact(UUID webhook, String address) {
        return address.isEmpty()
                ? NONE
                : masterKey.seal(address, CONTACT + webhook).bytes();
    }

    String contact(WebhookRow webhook) {
        return webhook.contact().length == 0
                ? ""
                : masterKey.openText(Encrypted.of(webhook.contact()), CONTACT + webhook.id());
    }
}
