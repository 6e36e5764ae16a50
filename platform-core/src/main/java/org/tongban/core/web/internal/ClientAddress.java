package org.tongban.core.web.internal;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.StartRefused;

/**
 * Where a request comes from (CO-55): who connected, or, where that is a trusted proxy, whom it names last in
 * {@code X-Forwarded-For}, and so on. From anybody else the header counts for nothing.
 */
@Context
public class ClientAddress {
    private static final String SETTING = "platform.web.trusted-proxies";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> trusted;

    ClientAddress(@Value("${platform.web.trusted-proxies:}") List<String> proxies) {
        this.trusted = proxies.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** The addresses that begin with the same bits. */
    private record Network(InetAddress address, int bits) {
        static Network of(String text) {
            var parts = text.split("/", 2);
            try {
                var address = InetAddress.ofLiteral(parts[0]);
                var most = address.getAddress().length * Byte.SIZE;
                var bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
                if (bits < 0 || bits > most) {
                    throw new IllegalArgumentException(text);
                }
                return new Network(address, bits);
            } catch (IllegalArgumentException wrong) {
                throw new StartRefused(
                        "The property %s holds “%s”, which is neither an address nor a network such as 10.0.0.0/8."
                                .formatted(SETTING, text));
            }
        }

        boolean holds(InetAddress other) {
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

    /** The address of whoever sent the request, in digits. */
    public String of(HttpRequest<?> request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote.getAddress() == null) {
            return remote.getHostString();
        }
        var forwarded = request.getHeaders().getAll(FORWARDED_FOR).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .toList();
        return of(remote.getAddress(), forwarded).getHostAddress();
    }

    /** From the nearest to the farthest, as far as each is trusted by the one before it. */
    InetAddress of(InetAddress connected, List<String> forwarded) {
        var nearest = connected;
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            var named = literal(forwarded.get(i).strip());
            if (named == null) {
                return nearest;
            }
            nearest = named;
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
