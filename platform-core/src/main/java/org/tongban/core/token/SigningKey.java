package org.tongban.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair on P-256 that signs access tokens (CO-26) or documents (CO-60b).
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

    /**
     * Signs claims as a compact JWS.
     *
     * @param type what is signed, the header's {@code typ}: by it nothing of one kind passes for another
     */
    String sign(String type, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(kid())
                .type(new JOSEObjectType(type))
                .build();
        try {
            var input = new SignedJWT(header, claims).getSigningInput();
            var signature = new ECDSASigner(pair).sign(header, input);
            return new String(input, StandardCharsets.US_ASCII) + "." + Base64URL.encode(LowS.of(signature.decode()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key " + kid() + " does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
