package org.tongban.core.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair on P-256 that signs access tokens (CO-26).
 *
 * @param pair both parts, with key id
 * @param notBefore from when on it signs; it is published before
 * @param retiresAt from when on its tokens are refused; null as long as it has no successor
 */
record SigningKey(ECKey pair, Instant notBefore, @Nullable Instant retiresAt) {
    String kid() {
        return pair.getKeyID();
    }

    boolean accepted(Instant now) {
        return retiresAt == null || now.isBefore(retiresAt);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
