package org.tongban.core.signin;

import org.jspecify.annotations.Nullable;
import org.tongban.core.web.internal.ClientAddress;

/**
 * Who knocks, as far as the connection says.
 *
 * @param address the client's, in digits
 * @param userAgent what the client calls itself
 */
record Visitor(String address, @Nullable String userAgent) {
    /** What guesses are counted by: an IPv4 address, of an IPv6 address the network, of which one household has all. */
    String network() {
        return ClientAddress.origin(address);
    }
}
