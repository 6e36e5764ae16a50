package org.tongban.core.web;

import java.util.Set;
import java.util.UUID;

/**
 * A client that calls on its own behalf, say a portal (CO-27). It has no account: an endpoint that takes a {@link Caller}
 * refuses it by 403, and so does one that is for whoever has signed in.
 *
 * @param client the client
 * @param token the token it calls with, which it may revoke
 * @param permissions the scopes that it asked for, of those it was granted
 */
public record ClientCaller(UUID client, UUID token, Set<String> permissions) implements Authenticated {
    @Override
    public UUID id() {
        return client;
    }
}
