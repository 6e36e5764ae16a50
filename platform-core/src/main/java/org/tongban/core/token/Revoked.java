package org.tongban.core.token;

import java.util.Map;
import java.util.UUID;

/**
 * The sessions some of whose tokens are refused though they have not expired (RL-7).
 *
 * @param oldest the oldest generation of tokens still accepted, by session; {@link Integer#MAX_VALUE} for an ended one
 */
record Revoked(Map<UUID, Integer> oldest) {
    static final Revoked NONE = new Revoked(Map.of());

    boolean holds(UUID session, int generation) {
        var accepted = oldest.get(session);
        return accepted != null && generation < accepted;
    }
}
