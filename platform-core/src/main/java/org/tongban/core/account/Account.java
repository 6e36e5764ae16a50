package org.tongban.core.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account: what signs in (CO-20).
 *
 * @param login canonical, unique in its realm
 * @param person who it is
 * @param organisation whom it acts for
 * @param awaited whether others made it and nobody has taken it over yet (CO-23)
 * @param gated whether it stands before its realm's {@link AccountRealm#gate}
 * @param capacity as what its person acts for the organisation; null where it acts for nobody (ID-41)
 * @param region the province code that bounds what staff reach; null for all
 */
public record Account(
        UUID id,
        String realm,
        String login,
        @Nullable UUID person,
        @Nullable UUID organisation,
        @Nullable String region,
        boolean active,
        boolean mustChangePassword,
        Set<String> roles,
        boolean gated,
        boolean awaited,
        @Nullable Capacity capacity) {}
