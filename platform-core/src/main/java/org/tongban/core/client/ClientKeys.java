package org.tongban.core.client;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** The public keys of a client, and what they may sign assertions by (RFC 7523). */
final class ClientKeys {
    /** What assertions may be signed by; of RSA the two that the profile of RFC 8725 leaves in use. */
    static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private static final int SHORTEST_RSA_BITS = 2048;

    private ClientKeys() {}

    static List<JWK> parse(String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys();
        } catch (ParseException e) {
            throw new IllegalStateException("the keys of a client are no JWK set", e);
        }
    }

    /** What keeps a set from being a client's, each at its key below {@code pointer}. */
    static List<Violation> violations(String jwks, String pointer) {
        var violations = new ArrayList<Violation>();
        List<JWK> keys;
        try {
            keys = JWKSet.parse(jwks).getKeys();
        } catch (ParseException e) {
            return List.of(new Violation(pointer, "not-a-key-set", new Title("不是有效的公钥集", "Not a set of public keys")));
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var at = pointer + "/keys/" + i;
            if (key.isPrivate() || !(isCurve(key) || isLongEnough(key))) {
                violations.add(new Violation(
                        at,
                        "not-a-usable-key",
                        new Title(
                                "须为 P-256 或至少 2048 位的 RSA 公钥",
                                "A public key on P-256, or of RSA with 2048 bits or more")));
            }
            if (keys.size() > 1 && (key.getKeyID() == null || !ids.add(key.getKeyID()))) {
                violations.add(new Violation(
                        at + "/kid", "not-unique", new Title("多个公钥须有不同的 kid", "Several keys need a kid each")));
            }
        }
        return violations;
    }

    /** Whether a key may verify what this algorithm signed. */
    static boolean fits(JWK key, JWSAlgorithm algorithm) {
        Set<JWSAlgorithm> ofKey =
                key instanceof ECKey ? Set.of(JWSAlgorithm.ES256) : Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);
        return ofKey.contains(algorithm)
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    private static boolean isCurve(JWK key) {
        return key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256);
    }

    private static boolean isLongEnough(JWK key) {
        return key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA_BITS;
    }
}
