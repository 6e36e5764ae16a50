package org.tongban.core.token;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import org.tongban.core.time.SystemClock;

/** Signs documents by keys that stay published, so that whoever has them checks offline (CO-60b). Thread-safe. */
@Singleton
public class DocumentSignatures {
    private final SigningKeys keys;
    private final SystemClock clock;

    DocumentSignatures(SigningKeys keys, SystemClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The claims as a compact JWS of ES256.
     *
     * @param type the header's {@code typ}
     */
    public String sign(String type, JWTClaimsSet claims) {
        return keys.documents().signer(clock.now()).sign(type, claims);
    }
}
