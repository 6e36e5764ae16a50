package org.tongban.core.crypto;

import java.util.Arrays;

/** A sealed value as it lies in a {@code bytea} column: format, key id, nonce, cipher text and tag. Immutable. */
public final class Encrypted {
    private final byte[] bytes;

    private Encrypted(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A sealed value as it was read from its column. */
    public static Encrypted of(byte[] bytes) {
        return new Encrypted(bytes.clone());
    }

    /** What is stored in the column. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encrypted that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Encrypted[" + bytes.length + " bytes]";
    }
}
