package org.tongban.core.file.store;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** What a stream holds, sealed as it is read: a segment is in memory. For one thread. */
final class SealingStream extends InputStream {
    private static final int CHUNK = 64 * 1024;

    private final InputStream clear;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream sealing;
    private byte[] bytes = {};
    private int at;
    private boolean ended;

    SealingStream(InputStream clear, StreamingAead aead, byte[] place) throws IOException {
        this.clear = clear;
        try {
            this.sealing = aead.newEncryptingStream(made, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        return isOver() ? -1 : bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isOver() throws IOException {
        while (at == bytes.length && !ended) {
            var chunk = clear.readNBytes(CHUNK);
            if (chunk.length == 0) {
                sealing.close();
                ended = true;
            } else {
                sealing.write(chunk);
            }
            bytes = made.toByteArray();
            made.reset();
            at = 0;
        }
        return at == bytes.length;
    }
}
