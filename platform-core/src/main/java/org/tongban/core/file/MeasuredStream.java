package org.tongban.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tongban.core.file.internal.Inspection;
import org.tongban.core.web.DomainException;

/** An upload on its way: counted against its slot's limit, hashed and inspected as it passes. */
final class MeasuredStream extends InputStream {
    private final InputStream in;
    private final FileSlot slot;
    private final Inspection inspection;
    private final MessageDigest digest;
    private long count;

    MeasuredStream(InputStream in, FileSlot slot, Inspection inspection) {
        this.in = in;
        this.slot = slot;
        this.inspection = inspection;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = in.read(into, offset, length);
        if (read > 0) {
            count += read;
            if (count > slot.maxBytes()) {
                throw new RefusedUpload(tooLarge(slot));
            }
            digest.update(into, offset, read);
            var fault = inspection.accept(into, offset, read);
            if (fault.isPresent()) {
                throw new RefusedUpload(DomainException.of(fault.get()));
            }
        }
        return read;
    }

    /** Passes the final verdict on what came; to be asked once, when all of it has. */
    void verify() {
        inspection.end().ifPresent(fault -> {
            throw DomainException.of(fault);
        });
    }

    long count() {
        return count;
    }

    /** The hash of what came, in lower-case hexadecimal; to be asked once, when all of it has. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static DomainException tooLarge(FileSlot slot) {
        return DomainException.of(FileError.FILE_TOO_LARGE).with("maxBytes", slot.maxBytes());
    }
}
