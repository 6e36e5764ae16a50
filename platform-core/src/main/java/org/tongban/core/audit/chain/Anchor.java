package org.tongban.core.audit.chain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The head of the chain at a moment, signed by the platform and kept outside its database (CO-56).
 *
 * @param day the day that it was taken for
 * @param at when it was taken: whatever was sealed before has at most its number
 * @param signed the whole as a JWS
 */
public record Anchor(String day, long sequence, String hash, Instant at, JWSObject signed) {
    /** The type in the header, so that nothing else that the platform signs passes for one. */
    public static final String TYPE = "tongban-audit-anchor+jws";

    /** Reads the compact form, whoever signed it; empty where it is none. */
    public static Optional<Anchor> read(String jws) {
        try {
            var signed = JWSObject.parse(jws);
            var said = signed.getPayload().toJSONObject();
            if (said == null
                    || !new JOSEObjectType(TYPE).equals(signed.getHeader().getType())
                    || !(said.get("day") instanceof String day)
                    || !(said.get("sequence") instanceof Number sequence)
                    || !(said.get("hash") instanceof String hash)
                    || !(said.get("at") instanceof String at)) {
                return Optional.empty();
            }
            return Optional.of(new Anchor(day, sequence.longValue(), hash, Instant.parse(at), signed));
        } catch (ParseException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether one of the keys has signed it. */
    public boolean isSignedBy(JWKSet keys) {
        var header = signed.getHeader();
        try {
            return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && keys.getKeyByKeyId(header.getKeyID()) instanceof ECKey key
                    && signed.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }
}
