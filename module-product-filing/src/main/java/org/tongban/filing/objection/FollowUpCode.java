package org.tongban.filing.objection;

import java.security.SecureRandom;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.identifier.Folding;

/**
 * The code by which somebody without an account follows an objection (PF-60): 80 random bits, so that nobody guesses one,
 * in letters and digits that are not taken for each other. It is shown once and only its hash is kept.
 */
final class FollowUpCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private FollowUpCode() {}

    /** One that nobody has seen before, say {@code 7K3M-PQ2R-9XHA-VB4T}. */
    static String next() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of one, however it was typed. */
    static byte[] hash(String typed) {
        return RandomToken.hash(Folding.identifier(typed).replace("-", ""));
    }
}
