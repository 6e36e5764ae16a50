package org.tongban.core.message.receipt;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Takes delivery receipts from who knows the secret of the installation (CO-41): the gateway signs its body with it, Aliyun
 * and Tencent, who sign nothing, have it in the address that they were given. Twice the same changes nothing.
 */
@Singleton
class TakeReceipts {
    private static final String SUBJECT = "platform/message-receipt";
    private static final String SIGNATURE = "sha256=";

    private final ReceiptRepository repository;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final DatabaseClock clock;
    private final String secret;

    TakeReceipts(
            ReceiptRepository repository,
            Transactions transactions,
            AuditTrail audit,
            DatabaseClock clock,
            @Value("${platform.sms.receipts-secret:}") String secret) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.secret = secret;
    }

    /** Whether they were taken; who proves nothing leaves a trace. */
    boolean take(String provider, byte[] body, @Nullable String token, @Nullable String signature) {
        if (!isProved(provider, body, token, signature)) {
            return transactions.write(() -> {
                audit.recordRefusal(SUBJECT, Ids.next(), Map.of());
                return false;
            });
        }
        var receipts = Receipt.read(provider, body);
        return transactions.write(() -> {
            int noted = 0;
            for (var receipt : receipts) {
                noted += repository.note(
                        provider,
                        receipt.providerId(),
                        receipt.delivered() ? "delivered" : "undelivered",
                        receipt.reason(),
                        clock.now());
            }
            audit.record(SUBJECT, Ids.next(), Map.of("provider", provider, "noted", noted));
            return true;
        });
    }

    private boolean isProved(String provider, byte[] body, @Nullable String token, @Nullable String signature) {
        if (secret.isEmpty()) {
            return false;
        }
        return switch (provider) {
            case "http" -> same(signature, SIGNATURE + HexFormat.of().formatHex(hmac(body)));
            case "aliyun", "tencent" -> same(token, secret);
            default -> false;
        };
    }

    private static boolean same(@Nullable String given, String wanted) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
