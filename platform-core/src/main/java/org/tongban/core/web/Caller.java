package org.tongban.core.web;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the signed-in account with what its token says (CO-26). Controllers take it as a parameter.
 *
 * @param account the account that signed in
 * @param session the sign-in, which revocation names
 * @param organisation the organisation it acts for
 * @param region the province code that bounds what staff reach; null for all
 */
public record Caller(
        UUID account,
        UUID session,
        String realm,
        Set<String> permissions,
        @Nullable UUID person,
        @Nullable UUID organisation,
        @Nullable String region)
        implements Principal {
    /** Whether the caller holds the permission. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /**
     * Whether the caller reaches what lies in a region (CO-28).
     *
     * @param place the province code of the record; null for what belongs to none, which only those for the whole
     *     country reach
     */
    public boolean reaches(@Nullable String place) {
        return region == null || region.equals(place);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
