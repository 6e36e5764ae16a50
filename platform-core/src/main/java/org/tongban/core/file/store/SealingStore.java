package org.tongban.core.file.store;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.file.FileError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * The store with what must not lie there in clear sealed (CO-58): an object whose key begins with {@link #SEALED} has a key of
 * its own, which is in the database under the master key, and is sealed in segments by AES-256-GCM, so that it passes as a
 * stream. An object that was changed, cut off or moved to another key does not open; one whose row is gone never does again.
 */
@Singleton
@Bean(typed = ObjectStore.class)
final class SealingStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(SealingStore.class);
    private static final String PLACE = "core.sealed_object.data_key";
    private static final String HKDF = "HmacSha256";
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final MinioStore store;
    private final SealedObjectRepository keys;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    SealingStore(MinioStore store, SealedObjectRepository keys, MasterKey masterKey, Transactions transactions) {
        this.store = store;
        this.keys = keys;
        this.masterKey = masterKey;
        this.transactions = transactions;
    }

    private static boolean isSealed(String key) {
        return key.startsWith(SEALED);
    }

    private static byte[] place(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static AesGcmHkdfStreaming aead(byte[] dataKey) {
        try {
            return new AesGcmHkdfStreaming(dataKey, HKDF, KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public void put(String key, InputStream content, long length) throws IOException {
        if (!isSealed(key)) {
            store.put(key, content, length);
            return;
        }
        var dataKey = new byte[KEY_BYTES];
        random.nextBytes(dataKey);
        // First: an object without a key would be lost, a key without an object is deleted with it.
        transactions.write(() -> {
            keys.add(key, masterKey.seal(dataKey, PLACE + key).bytes());
            return key;
        });
        var aead = aead(dataKey);
        store.put(
                key,
                new SealingStream(content, aead, place(key)),
                length == UNKNOWN_LENGTH ? UNKNOWN_LENGTH : aead.expectedCiphertextSize(length));
    }

    @Override
    public InputStream open(String key, long fromByte) {
        if (!isSealed(key)) {
            return store.open(key, fromByte);
        }
        var found =
                transactions.read(() -> keys.find(key)).orElseThrow(() -> DomainException.of(FileError.FILE_NOT_FOUND));
        var aead = aead(masterKey.open(Encrypted.of(found.dataKey()), PLACE + key));
        try {
            var clear = new PushbackInputStream(aead.newDecryptingStream(store.open(key, 0), place(key)));
            // From the beginning: such files are small.
            clear.skipNBytes(fromByte);
            // Opens a segment before an answer begins, so that what was changed is refused and not broken off.
            int next = clear.read();
            if (next >= 0) {
                clear.unread(next);
            }
            return clear;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException broken) {
            LOG.error("The object {} cannot be opened: it was changed, or the store broke off", key, broken);
            throw DomainException.of(FileError.STORE_UNAVAILABLE);
        }
    }

    @Override
    public InputStream open(String key, long fromByte, long length) {
        return isSealed(key) ? new LimitedStream(open(key, fromByte), length) : store.open(key, fromByte, length);
    }

    @Override
    public URI presign(String key, Duration lifetime, String mediaType, String disposition) {
        if (isSealed(key)) {
            throw DomainException.of(FileError.FILE_STREAMED_ONLY);
        }
        return store.presign(key, lifetime, mediaType, disposition);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
        if (isSealed(key)) {
            transactions.write(() -> {
                keys.delete(key);
                return key;
            });
        }
    }

    @Override
    public boolean exists(String key) {
        return store.exists(key);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void ensureBucket() {
        store.ensureBucket();
    }

    @Override
    public void close() {
        store.close();
    }
}
