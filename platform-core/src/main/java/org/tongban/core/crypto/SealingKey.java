package org.tongban.core.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The key that one master key seals with.
 *
 * @param id stands in each value that it sealed
 */
record SealingKey(SecretKey key, ByteBuffer id) {
    static final int ID_LENGTH = 4;
    private static final byte FORMAT = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_LENGTH = 1 + ID_LENGTH;
    private static final int SHORTEST = HEADER_LENGTH + NONCE_LENGTH + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether the bytes have the shape of a sealed value. */
    static boolean isSealed(byte[] bytes) {
        return bytes.length >= SHORTEST && bytes[0] == FORMAT;
    }

    /** The id of the key that sealed a value. */
    static ByteBuffer idIn(byte[] sealed) {
        return ByteBuffer.wrap(Arrays.copyOfRange(sealed, 1, HEADER_LENGTH));
    }

    Encrypted seal(byte[] clear, String place) {
        var nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(clear);
            return Encrypted.of(ByteBuffer.allocate(HEADER_LENGTH + NONCE_LENGTH + sealed.length)
                    .put(FORMAT)
                    .put(id.duplicate())
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    byte[] open(byte[] bytes, String place) {
        var nonce = Arrays.copyOfRange(bytes, HEADER_LENGTH, HEADER_LENGTH + NONCE_LENGTH);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(bytes, HEADER_LENGTH + NONCE_LENGTH, bytes.length - HEADER_LENGTH - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new SealBroken("a value of " + place + " was changed or belongs elsewhere");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {FORMAT});
        cipher.updateAAD(id.duplicate());
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "SealingKey[…]";
    }
}
