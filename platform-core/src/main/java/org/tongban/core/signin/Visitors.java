package org.tongban.core.signin;

import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.tongban.core.web.internal.ClientAddress;
import org.tongban.core.web.internal.Exchange;

/** Finds out who knocks, from the request under way. */
@Singleton
class Visitors {
    private static final int LONGEST = 200;

    private final ClientAddress addresses;

    Visitors(ClientAddress addresses) {
        this.addresses = addresses;
    }

    Visitor present() {
        var request = Exchange.request();
        var agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Visitor(
                addresses.of(request),
                agent == null
                        ? null
                        : agent.strip().substring(0, Math.min(agent.strip().length(), LONGEST)));
    }
}
