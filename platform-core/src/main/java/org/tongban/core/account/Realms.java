package org.tongban.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;

/** The realms and staff roles that the modules declare, and what they permit (CO-20, CO-28). */
@Singleton
public class Realms {
    /** The realm of staff, whose accounts get their permissions by roles. */
    public static final String STAFF = "staff";
    /** Stands instead of all permissions in the token of an account that has to change its password (CO-23). */
    public static final String PASSWORD_CHANGE = "password-change";

    /** Stands beside the permissions in the token of an account that is before its realm's gate (ID-6). */
    public static final String GATED = "gated";

    private final Map<String, AccountRealm> realms;
    private final Map<String, StaffRole> roles;
    private final Set<String> ofWholeCountry;
    private final Set<String> forOrganisations;

    @Inject
    Realms(ModuleRegistry modules) {
        this(
                modules.all(PlatformModule::realms),
                modules.all(PlatformModule::roles),
                modules.<Permission>all(PlatformModule::permissions),
                Set.copyOf(modules.<String>all(PlatformModule::organisationPermissions)));
    }

    Realms(
            List<AccountRealm> realms,
            List<StaffRole> roles,
            List<Permission> permissions,
            Set<String> forOrganisations) {
        this.realms = realms.stream().collect(Collectors.toUnmodifiableMap(AccountRealm::id, Function.identity()));
        this.roles = roles.stream().collect(Collectors.toUnmodifiableMap(StaffRole::id, Function.identity()));
        this.ofWholeCountry = permissions.stream()
                .filter(Permission::wholeCountry)
                .map(Permission::id)
                .collect(Collectors.toUnmodifiableSet());
        this.forOrganisations = Set.copyOf(forOrganisations);
    }

    /** All realms that modules declare. */
    public Collection<AccountRealm> all() {
        return realms.values();
    }

    /** The realm of this name. */
    public Optional<AccountRealm> find(String realm) {
        return Optional.ofNullable(realms.get(realm));
    }

    /** The role of this name. */
    public Optional<StaffRole> role(String role) {
        return Optional.ofNullable(roles.get(role));
    }

    /**
     * What an account of the realm with these roles may do. A role no module declares any more permits nothing.
     *
     * @param region the province that the account is bound to, where what belongs to none is not permitted (CO-28)
     */
    public Set<String> permissions(String realm, Collection<String> held, @Nullable String region) {
        var ofRealm = find(realm).stream().flatMap(r -> r.permissions().stream());
        var ofRoles = held.stream().flatMap(role -> role(role).stream()).flatMap(r -> r.permissions().stream());
        return Stream.concat(ofRealm, ofRoles)
                .filter(permission -> region == null || !ofWholeCountry.contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What an account may do: that of its realm and its roles, and what the modules permit who acts for an organisation
     * (ID-41). Before its realm's gate it acts for nobody.
     */
    public Set<String> permissions(Account account) {
        var own = permissions(account.realm(), account.roles(), account.region()).stream();
        var more = Stream.<String>of();
        if (account.gated()) {
            more = Stream.of(GATED);
        } else if (account.capacity() != null) {
            more = forOrganisations.stream();
        }
        return Stream.concat(own, more).collect(Collectors.toUnmodifiableSet());
    }

    void requireKnown(Set<String> held) {
        held.stream().filter(role -> role(role).isEmpty()).findAny().ifPresent(role -> {
            throw new IllegalArgumentException("no module declares the role " + role);
        });
    }
}
