package org.tongban.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes opaque tokens: 256 random bits, of which only the hash is kept. Thread-safe. */
public final class RandomToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    /** A token that nobody has seen before, in base64url. */
    public static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a token, without salt or stretching: there is nothing to guess in 256 random bits. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
