package org.tongban.core.web.internal;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses that begin with the same bits; a single address is a network of its own. */
public record Network(InetAddress address, int bits) {
    /** Reads {@code 192.0.2.7}, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; empty where the text is none of these. */
    public static Optional<Network> of(String text) {
        var parts = text.split("/", 2);
        var address = literal(parts[0]);
        if (address == null) {
            return Optional.empty();
        }
        var most = address.getAddress().length * Byte.SIZE;
        try {
            var bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(address, bits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Whether an address, written as one, is in the network. */
    public boolean holds(String other) {
        var parsed = literal(other);
        return parsed != null && holds(parsed);
    }

    /** Whether an address is in the network. */
    public boolean holds(InetAddress other) {
        var mine = address.getAddress();
        var theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
