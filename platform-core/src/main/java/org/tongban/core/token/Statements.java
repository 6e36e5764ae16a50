package org.tongban.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tongban.core.time.SystemClock;

/** Signs what the platform states and others keep, by the key that signs its tokens (CO-56). Thread-safe. */
@Singleton
public class Statements {
    private final SigningKeys keys;
    private final SystemClock clock;

    Statements(SigningKeys keys, SystemClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A signed statement.
     *
     * @param jws in compact form
     * @param publicKey the JWK that checks it, which outlives the key's place in the published set only where it is kept
     */
    public record Statement(String jws, String publicKey) {}

    /**
     * Signs claims.
     *
     * @param type for the header's {@code typ}, so that no statement passes for another kind or for a token
     */
    public Statement sign(String type, Map<String, Object> claims) {
        var key = keys.ring().signer(clock.now());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.kid())
                .type(new JOSEObjectType(type))
                .build();
        var input = header.toBase64URL() + "." + new Payload(claims).toBase64URL();
        try {
            var signature = new ECDSASigner(key.pair()).sign(header, input.getBytes(StandardCharsets.US_ASCII));
            return new Statement(
                    input + "." + Base64URL.encode(LowS.of(signature.decode())),
                    key.pair().toPublicJWK().toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key " + key.kid() + " does not sign", e);
        }
    }

    /** The public keys that are published now. */
    public JWKSet keys() {
        return new JWKSet(keys.ring().published(clock.now()).stream()
                .<JWK>map(key -> key.pair().toPublicJWK())
                .toList());
    }
}
