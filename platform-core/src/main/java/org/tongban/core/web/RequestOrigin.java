package org.tongban.core.web;

import jakarta.inject.Singleton;
import org.tongban.core.web.internal.ClientAddress;
import org.tongban.core.web.internal.Exchange;

/** Where the request under way comes from, for modules that count what comes from one place. Thread-safe. */
@Singleton
public class RequestOrigin {
    private final ClientAddress addresses;

    RequestOrigin(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /**
     * What is counted by: an address of version 4, of version 6 its network. It is personal data: keep its blind index alone.
     *
     * @throws IllegalStateException where the present thread works for no request
     */
    public String text() {
        return ClientAddress.origin(addresses.of(Exchange.request()));
    }
}
