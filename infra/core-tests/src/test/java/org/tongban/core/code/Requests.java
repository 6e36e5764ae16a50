package org.tongban.core.code;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Requests from wherever a test wants, for what has no endpoint of its own. */
final class Requests {
    private static final int PORT = 40_000;

    private Requests() {}

    /** Does the work of a request from this address. */
    static <T> T from(String address, Supplier<T> work) {
        return ServerRequestContext.with(
                new SimpleHttpRequest<>(HttpMethod.POST, "/", null) {
                    @Override
                    public InetSocketAddress getRemoteAddress() {
                        return new InetSocketAddress(InetAddress.ofLiteral(address), PORT);
                    }
                },
                work);
    }
}
