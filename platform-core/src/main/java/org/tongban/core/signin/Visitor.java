package org.tongban.core.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who knocks, as far as the connection says.
 *
 * @param address the client's, in digits
 * @param userAgent what the client calls itself
 */
record Visitor(String address, @Nullable String userAgent) {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** What guesses are counted by: an IPv4 address, of an IPv6 address the network, of which one household has all. */
    String network() {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                var bytes = parsed.getAddress();
                Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (IllegalArgumentException | java.net.UnknownHostException notInDigits) {
            return address;
        }
    }
}
