package org.tongban.core.token;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;

/**
 * Of the two signatures (r, s) and (r, n − s) on P-256, which verify alike and of which anybody makes one from the other, the
 * one with the lower s: the platform signs by it alone, so that nobody gives a token a second spelling (RL-7).
 */
final class LowS {
    /** The bytes of a signature as JWS writes it: r and s, each as wide as the field. */
    static final int LENGTH = 64;

    private static final int WIDTH = LENGTH / 2;
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();
    private static final BigInteger HALF = ORDER.shiftRight(1);

    private LowS() {}

    /** Whether the signature has it. */
    static boolean holds(byte[] signature) {
        return s(signature).compareTo(HALF) <= 0;
    }

    /** The signature itself, or where it has the higher s its twin. */
    static byte[] of(byte[] signature) {
        return holds(signature) ? signature : twin(signature);
    }

    /** The other signature that verifies alike. */
    static byte[] twin(byte[] signature) {
        var twin = signature.clone();
        var s = ORDER.subtract(s(signature));
        for (int i = 0; i < WIDTH; i++) {
            twin[LENGTH - 1 - i] = s.shiftRight(i * Byte.SIZE).byteValue();
        }
        return twin;
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, signature, WIDTH, WIDTH);
    }
}
