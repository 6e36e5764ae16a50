package org.tongban.core.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.tongban.core.file.FileError;

/**
 * The store of files' bytes, any that speaks S3 (CO-35). Keys are opaque. Thread-safe. Where the store does not answer,
 * every method but {@link #ready} refuses with {@link FileError#STORE_UNAVAILABLE}.
 */
public interface ObjectStore extends AutoCloseable {
    /** The length of a stream whose end is not known beforehand. */
    long UNKNOWN_LENGTH = -1;

    /** What the keys of objects begin with that are kept sealed: the store has nothing of them in clear. */
    String SEALED = "sealed/";

    /** A store for work outside the application context, such as the migration entry point. */
    static ObjectStore at(StoreConfiguration configuration) {
        return new MinioStore(configuration);
    }

    /**
     * Stores what the stream holds, never whole in memory; the stream stays open. After a refusal nothing readable lies
     * under the key, but an object may: delete it.
     *
     * @param length the number of bytes, or {@link #UNKNOWN_LENGTH}
     * @throws IOException as the stream threw it, or where the stream is shorter than {@code length}
     */
    void put(String key, InputStream content, long length) throws IOException;

    /** The content from a byte on; refuses with {@link FileError#FILE_NOT_FOUND} where the key holds nothing. */
    InputStream open(String key, long fromByte);

    /**
     * An address at which anyone may fetch the object and do nothing else, for a while (CO-36). Nothing is asked of the
     * store: an object that is not there is found out when the address is used.
     *
     * @param mediaType the type that the store is to answer with
     * @param disposition the {@code Content-Disposition} that it is to answer with
     */
    URI presign(String key, Duration lifetime, String mediaType, String disposition);

    /** At most {@code length} bytes of the content from a byte on, which the store sends no more than. */
    InputStream open(String key, long fromByte, long length);

    /** Removes the object; one that is not there is as good as removed. */
    void delete(String key);

    /** Whether the key holds an object. */
    boolean exists(String key);

    /** Whether the store answers and has the bucket, for the readiness of the node. */
    boolean ready();

    /** Makes the bucket where it is missing; run by the migration entry point. */
    void ensureBucket();

    @Override
    void close();
}
