package org.tongban.core.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the signed-in account with what its token says (CO-26). Controllers take it as a parameter; one that may also
 * be called without an account takes it as {@code @Nullable}.
 *
 * @param account the account that signed in
 * @param session the sign-in, which revocation names
 * @param organisation the organisation it acts for
 * @param region the province code that bounds what staff reach; null for all
 * @param client the client by which it signed in (CO-27); null for one that asked the platform's own API alone
 */
public record Caller(
        UUID account,
        UUID session,
        String realm,
        Set<String> permissions,
        @Nullable UUID person,
        @Nullable UUID organisation,
        @Nullable String region,
        @Nullable UUID client)
        implements Authenticated {
    /** A caller that signed in without a client. */
    public Caller(
            UUID account,
            UUID session,
            String realm,
            Set<String> permissions,
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String region) {
        this(account, session, realm, permissions, person, organisation, region, null);
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
    public UUID id() {
        return account;
    }
}
