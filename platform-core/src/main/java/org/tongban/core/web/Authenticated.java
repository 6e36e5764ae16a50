package org.tongban.core.web;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/** Who calls with a valid token: an account that signed in, or a client on its own behalf (CO-26, CO-27). */
public sealed interface Authenticated extends Principal permits Caller, ClientCaller {
    /** The account or the client. */
    UUID id();

    /** What the token permits. */
    Set<String> permissions();

    /** Whether the token permits it. */
    default boolean may(String permission) {
        return permissions().contains(permission);
    }

    @Override
    default String getName() {
        return id().toString();
    }
}
