package org.tongban.filing.objection;

import org.tongban.core.crypto.RandomToken;
import org.tongban.core.identifier.Folding;

/**
 * The code by which somebody without an account follows an objection (PF-60): 80 random bits, so that nobody guesses one,
 * in letters and digits that are not taken for each other. It is shown once and only its hash is kept.
 */
final class FollowUpCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private FollowUpCode() {}

    /**
     * The one of a form that comes with a proof, say {@code 7K3M-PQ2R-9XHA-VB4T}. It follows from the proof, which nobody
     * else has: whoever sends the form again, because the answer was lost, gets the same.
     */
    static String of(String proof) {
        var hash = RandomToken.hash("objection " + proof);
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(hash[i] & ALPHABET.length() - 1));
        }
        return code.toString();
    }

    /** What is kept of one, however it was typed. */
    static byte[] hash(String typed) {
        return RandomToken.hash(Folding.identifier(typed).replace("-", ""));
    }
}
