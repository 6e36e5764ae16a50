package org.tongban.core.webhook.send;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Names of hosts whose addresses tests change, as who owns a name may at any moment. */
@Singleton
@Replaces(HostNames.class)
public class TestNames extends HostNames {
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();

    /** From now on the host has these addresses. */
    public void put(String host, String... addresses) {
        known.put(host, Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }

    @Override
    List<InetAddress> of(String host) throws UnknownHostException {
        var ours = known.get(host);
        if (ours != null) {
            return ours;
        }
        if (host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return super.of(host);
    }
}
