package org.tongban.core.web.internal;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.tongban.core.module.StartRefused;

/**
 * Where a request comes from (CO-55): who connected, or, where that is a trusted proxy, whom it names last in
 * {@code X-Forwarded-For}, and so on. From anybody else the header counts for nothing.
 */
@Context
public class ClientAddress {
    private static final String SETTING = "platform.web.trusted-proxies";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private final List<Network> trusted;

    ClientAddress(@Value("${platform.web.trusted-proxies:}") List<String> proxies) {
        this.trusted = proxies.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ClientAddress::network)
                .toList();
    }

    private static Network network(String text) {
        return Network.of(text)
                .orElseThrow(() -> new StartRefused(
                        "The property %s holds “%s”, which is neither an address nor a network such as 10.0.0.0/8."
                                .formatted(SETTING, text)));
    }

    /** The address as text, without a zone or a name. */
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

    /**
     * What requests are counted by: of an address of version 6 its network, since whoever has one address has all 2^64 of
     * them; else the address itself.
     *
     * @param address as {@link #of(HttpRequest)} answers it
     */
    public static String origin(String address) {
        return Network.literal(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES) + "/64"
                : address;
    }

    /** From the nearest to the farthest, as far as each is trusted by the one before it. */
    InetAddress of(InetAddress connected, List<String> forwarded) {
        var nearest = connected;
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            var named = Network.literal(forwarded.get(i).strip());
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
}
