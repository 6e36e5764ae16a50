package org.tongban.core.token;

import java.util.Map;
import java.util.UUID;

/**
 * The tokens that are refused though they have not expired (RL-7).
 *
 * @param oldest the oldest generation of tokens still accepted, by session or client; {@link Integer#MAX_VALUE} for one
 *     that has ended, and for a single token, which stands here by its own id
 */
record Revoked(Map<UUID, Integer> oldest) {
    static final Revoked NONE = new Revoked(Map.of());

    boolean holds(TokenClaims claims) {
        var accepted = oldest.get(claims.family());
        return (accepted != null && claims.generation() < accepted) || oldest.containsKey(claims.id());
    }
}
