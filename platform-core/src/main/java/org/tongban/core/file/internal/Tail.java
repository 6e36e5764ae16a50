package org.tongban.core.file.internal;

/** The last bytes of a stream, and how many there were in all. */
final class Tail {
    private final byte[] ring;
    private long total;

    Tail(int capacity) {
        ring = new byte[capacity];
    }

    void add(byte[] bytes, int offset, int length) {
        var kept = Math.min(length, ring.length);
        var from = offset + length - kept;
        var at = (int) ((total + length - kept) % ring.length);
        var untilEdge = Math.min(kept, ring.length - at);
        System.arraycopy(bytes, from, ring, at, untilEdge);
        System.arraycopy(bytes, from + untilEdge, ring, 0, kept - untilEdge);
        total += length;
    }

    /** What is kept, in the order of the stream. */
    byte[] bytes() {
        var kept = (int) Math.min(total, ring.length);
        var out = new byte[kept];
        var start = (int) ((total - kept) % ring.length);
        var untilEdge = Math.min(kept, ring.length - start);
        System.arraycopy(ring, start, out, 0, untilEdge);
        System.arraycopy(ring, 0, out, untilEdge, kept - untilEdge);
        return out;
    }
}
