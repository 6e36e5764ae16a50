package org.tongban.core.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Capacity;
import org.tongban.core.web.internal.Exchange;

/**
 * Who calls: the signed-in account with what its token says (CO-26). Controllers take it as a parameter; one that may also
 * be called without an account takes it as {@code @Nullable}.
 *
 * @param account the account that signed in
 * @param session the sign-in, which revocation names
 * @param organisation the organisation it acts for
 * @param uscc that organisation's credit code; null where it has none (ID-9)
 * @param capacity as what the person acts for it; null for an account that acts for nobody (ID-41)
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
        @Nullable String uscc,
        @Nullable Capacity capacity,
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

    /** A caller that acts in no capacity. */
    public Caller(
            UUID account,
            UUID session,
            String realm,
            Set<String> permissions,
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String region,
            @Nullable UUID client) {
        this(account, session, realm, permissions, person, organisation, null, null, region, client);
    }

    /** Who sent a request, for the filters of modules; empty where it is nobody, or a client. */
    public static Optional<Caller> of(HttpRequest<?> request) {
        return Optional.ofNullable(Exchange.caller(request));
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
