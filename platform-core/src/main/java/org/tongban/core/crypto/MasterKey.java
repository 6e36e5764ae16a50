package org.tongban.core.crypto;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals stored data with AES-256-GCM and makes blind indexes, both under keys derived from {@code platform.master-key}
 * (RL-12). The associated data is the place a value belongs to, say {@code core.account.phone}: a value moved to another
 * column does not open. Thread-safe.
 */
@Context
public class MasterKey {
    private static final String PROPERTY = "platform.master-key";
    private static final byte FORMAT = 1;
    private static final int KEY_ID_LENGTH = 4;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_LENGTH = 1 + KEY_ID_LENGTH;
    private static final int SHORTEST = HEADER_LENGTH + NONCE_LENGTH + TAG_BITS / 8;

    private final SecretKey sealing;
    private final SecretKey indexing;
    private final byte[] keyId;
    private final SecureRandom random = new SecureRandom();

    @Inject
    MasterKey(@Value("${platform.master-key:}") String base64) {
        this(decoded(base64));
    }

    private MasterKey(byte[] key) {
        sealing = derived(key, "sealing", "AES");
        indexing = derived(key, "blind index", "HmacSHA256");
        keyId = Arrays.copyOf(derived(key, "key id", "Generic").getEncoded(), KEY_ID_LENGTH);
        Arrays.fill(key, (byte) 0);
    }

    /** A master key from its base64 text; refuses one that is not 32 bytes, naming the property. */
    public static MasterKey of(String base64) {
        return new MasterKey(decoded(base64));
    }

    /** Seals bytes for the place they are stored in. */
    public Encrypted seal(byte[] clear, String place) {
        var nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            var sealed = cipher.doFinal(clear);
            return Encrypted.of(ByteBuffer.allocate(HEADER_LENGTH + NONCE_LENGTH + sealed.length)
                    .put(FORMAT)
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /** Seals a text for the place it is stored in. */
    public Encrypted seal(String clear, String place) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), place);
    }

    /** Opens bytes sealed for the same place; {@link SealBroken} where they were changed, moved or sealed otherwise. */
    public byte[] open(Encrypted encrypted, String place) {
        var bytes = encrypted.bytes();
        if (bytes.length < SHORTEST || bytes[0] != FORMAT) {
            throw new SealBroken("not a sealed value of " + place);
        }
        if (!Arrays.equals(bytes, 1, HEADER_LENGTH, keyId, 0, KEY_ID_LENGTH)) {
            throw new SealBroken("a value of " + place + " was sealed under another " + PROPERTY);
        }
        var nonce = Arrays.copyOfRange(bytes, HEADER_LENGTH, HEADER_LENGTH + NONCE_LENGTH);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
            return cipher.doFinal(bytes, HEADER_LENGTH + NONCE_LENGTH, bytes.length - HEADER_LENGTH - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new SealBroken("a value of " + place + " was changed or belongs elsewhere");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /** Opens a text sealed for the same place. */
    public String openText(Encrypted encrypted, String place) {
        return new String(open(encrypted, place), StandardCharsets.UTF_8);
    }

    /** The blind index of a canonical text: equal for equal texts of one place, 32 bytes, not to be turned back. */
    public byte[] blindIndex(String canonical, String place) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            mac.update(place.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {FORMAT});
        cipher.updateAAD(keyId);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decoded(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        if (key.length != 32) {
            throw wrong();
        }
        return key;
    }

    /** Says nothing about the value: it may be a real key with a typing error. */
    private static ConfigurationException wrong() {
        return new ConfigurationException(PROPERTY
                + " (MASTER_KEY or MASTER_KEY_FILE) must be 32 bytes in base64; make one with: openssl rand"
                + " -base64 32");
    }

    private static SecretKey derived(byte[] key, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(key, "Generic"))
                    .thenExpand(("tongban " + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not available", e);
        }
    }
}
