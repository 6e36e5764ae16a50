package org.tongban.core.client;

import java.util.stream.Stream;

/** How a client proves who it is (RFC 7591, token_endpoint_auth_method). */
enum ClientAuthentication {
    CLIENT_SECRET_BASIC("client_secret_basic"),
    PRIVATE_KEY_JWT("private_key_jwt");

    private final String id;

    ClientAuthentication(String id) {
        this.id = id;
    }

    /** Its registered name. */
    String id() {
        return id;
    }

    static ClientAuthentication of(String id) {
        return Stream.of(values())
                .filter(method -> method.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
