package org.tongban.core.token;

import java.time.Instant;
import java.util.UUID;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;

/**
 * What a verified token says.
 *
 * @param id the token's own id
 * @param generation the generation of its session's or client's tokens; a later change of rights makes it too old
 * @param kid the key that signed it
 */
record TokenClaims(Authenticated caller, UUID id, int generation, String kid, Instant expires) {
    /** What all its tokens can be refused by: the session of an account, or the client. */
    UUID family() {
        return switch (caller) {
            case Caller account -> account.session();
            case ClientCaller client -> client.client();
        };
    }
}
