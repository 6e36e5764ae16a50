package org.tongban.core.document;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.Folding;

/**
 * The codes by which documents are found (CO-60): ten random characters, and six that only the platform can add to them.
 * Thirty-two characters are used, none of which is taken for another when it is read out or typed. Thread-safe.
 */
@Singleton
class ShortCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 10;
    private static final int SIGNATURE = 6;
    private static final String PLACE = "core.document.code";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + (RANDOM + SIGNATURE) + "}");

    private final SecureRandom random = new SecureRandom();
    private final MasterKey key;

    ShortCode(MasterKey key) {
        this.key = key;
    }

    /** A code that nobody could have guessed. */
    String next() {
        var body = new StringBuilder();
        for (int i = 0; i < RANDOM; i++) {
            body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return body + signature(body.toString());
    }

    /** The code that was typed, with or without its hyphens; empty where it is none of ours. */
    Optional<String> read(String typed) {
        if (typed.length() > 100) {
            return Optional.empty();
        }
        var plain = Folding.identifier(typed)
                .replaceAll("[-‐-―－_]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(plain).matches() && plain.substring(RANDOM).equals(signature(plain.substring(0, RANDOM)))
                ? Optional.of(plain)
                : Optional.empty();
    }

    /** The code in groups of four, as it is printed. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private String signature(String body) {
        var mac = key.blindIndex(body, PLACE);
        var text = new StringBuilder();
        for (int i = 0; i < SIGNATURE; i++) {
            text.append(ALPHABET.charAt(mac[i] & 31));
        }
        return text.toString();
    }
}
