package org.tongban.core.file.store;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.PagedStream;

/** What a stream holds, sealed as it is read: a segment is in memory. For one thread. */
final class SealingStream extends PagedStream {
    private static final int CHUNK = 64 * 1024;

    private final InputStream clear;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream sealing;
    private boolean ended;

    SealingStream(InputStream clear, StreamingAead aead, byte[] place) throws IOException {
        super(new byte[0]);
        this.clear = clear;
        try {
            this.sealing = aead.newEncryptingStream(made, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected byte @Nullable [] next() throws IOException {
        if (ended) {
            return null;
        }
        var chunk = clear.readNBytes(CHUNK);
        if (chunk.length == 0) {
            sealing.close();
            ended = true;
        } else {
            sealing.write(chunk);
        }
        var sealed = made.toByteArray();
        made.reset();
        return sealed;
    }
}
