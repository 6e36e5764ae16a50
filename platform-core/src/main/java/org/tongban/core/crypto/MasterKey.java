package org.tongban.core.crypto;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals stored data with AES-256-GCM under a key derived from {@code platform.master-key} (RL-12), opens what an older
 * one sealed, and makes blind indexes. The associated data is the place a value belongs to, say
 * {@code core.account.phone} with the row's id: a value moved to another column or row does not open. Thread-safe.
 */
@Context
public class MasterKey {
    static final String INDEXING = "HmacSHA256";
    private static final String PROPERTY = "platform.master-key";
    private static final String OLD = "platform.old-master-keys";

    private final SealingKey present;
    private final Map<ByteBuffer, SealingKey> known;
    private final Supplier<SecretKey> indexing;

    @Inject
    MasterKey(
            @Value("${platform.master-key:}") String base64,
            @Value("${platform.old-master-keys:}") String old,
            BeanProvider<IndexKey> indexKey) {
        this(decoded(base64, PROPERTY), oldKeys(old), () -> indexKey.get().get());
    }

    private MasterKey(byte[] key, List<byte[]> old, Supplier<SecretKey> indexing) {
        present = sealingKey(key);
        known = new HashMap<>();
        known.put(present.id(), present);
        for (var former : old) {
            var sealing = sealingKey(former);
            if (known.put(sealing.id(), sealing) != null) {
                throw new ConfigurationException(OLD + " holds one key twice, or the present one");
            }
        }
        this.indexing = indexing;
    }

    /**
     * A master key from its base64 text, with blind indexes of its own; refuses one that is not 32 bytes, naming the
     * property.
     */
    public static MasterKey of(String base64) {
        return of(base64, "");
    }

    /** The same with the keys that it replaced, separated by commas. */
    static MasterKey of(String base64, String old) {
        var indexing = derived(decoded(base64, PROPERTY), "blind index", INDEXING);
        return new MasterKey(decoded(base64, PROPERTY), oldKeys(old), () -> indexing);
    }

    /** Seals bytes for the place they are stored in. */
    public Encrypted seal(byte[] clear, String place) {
        return present.seal(clear, place);
    }

    /** Seals a text for the place it is stored in. */
    public Encrypted seal(String clear, String place) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), place);
    }

    /** Opens bytes sealed for the same place; {@link SealBroken} where they were changed, moved or sealed otherwise. */
    public byte[] open(Encrypted encrypted, String place) {
        var bytes = encrypted.bytes();
        if (!SealingKey.isSealed(bytes)) {
            throw new SealBroken("not a sealed value of " + place);
        }
        var key = known.get(SealingKey.idIn(bytes));
        if (key == null) {
            throw new SealBroken("a value of " + place + " was sealed under another " + PROPERTY
                    + ", which is not among " + OLD + " either");
        }
        return key.open(bytes, place);
    }

    /** Opens a text sealed for the same place. */
    public String openText(Encrypted encrypted, String place) {
        return new String(open(encrypted, place), StandardCharsets.UTF_8);
    }

    /** The same value under the present key. */
    Encrypted reseal(Encrypted encrypted, String place) {
        return seal(open(encrypted, place), place);
    }

    /** What sealed values of the present key hold as its id. */
    byte[] keyId() {
        return present.id().array().clone();
    }

    /** Whether values of older keys can be opened, and may be there. */
    boolean hasOldKeys() {
        return known.size() > 1;
    }

    /**
     * The blind index of a canonical text: equal for equal texts of one place, 32 bytes, not to be turned back. It stays
     * the same when the master key is replaced.
     */
    public byte[] blindIndex(String canonical, String place) {
        try {
            var mac = Mac.getInstance(INDEXING);
            mac.init(indexing.get());
            mac.update(place.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private static SealingKey sealingKey(byte[] master) {
        var id = Arrays.copyOf(derived(master, "key id", "Generic").getEncoded(), SealingKey.ID_LENGTH);
        var key = new SealingKey(derived(master, "sealing", "AES"), ByteBuffer.wrap(id));
        Arrays.fill(master, (byte) 0);
        return key;
    }

    private static List<byte[]> oldKeys(String old) {
        return Stream.of(old.split(","))
                .filter(key -> !key.isBlank())
                .map(key -> decoded(key, OLD))
                .toList();
    }

    private static byte[] decoded(String base64, String property) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw wrong(property);
        }
        if (key.length != 32) {
            throw wrong(property);
        }
        return key;
    }

    /** Says nothing about the value: it may be a real key with a typing error. */
    private static ConfigurationException wrong(String property) {
        return new ConfigurationException(
                property.equals(OLD)
                        ? OLD + " (OLD_MASTER_KEYS or OLD_MASTER_KEYS_FILE) must be keys of 32 bytes in base64,"
                                + " separated by commas"
                        : PROPERTY + " (MASTER_KEY or MASTER_KEY_FILE) must be 32 bytes in base64; make one with:"
                                + " openssl rand -base64 32");
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
