package org.tongban.core.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made (CO-20).
 *
 * @param password null as long as it can only sign in by code
 * @param mustChangePassword whether its token permits nothing else until then (CO-23)
 * @param phone in E.164, stored sealed
 * @param roles staff roles; none in other realms
 * @param email not confirmed yet: it does not sign in and reserves nothing
 */
public record NewAccount(
        String realm,
        String login,
        @Nullable PasswordHash password,
        boolean mustChangePassword,
        @Nullable UUID person,
        @Nullable UUID organisation,
        @Nullable String phone,
        @Nullable String region,
        Set<String> roles,
        @Nullable String email) {
    /** An account without an e-mail. */
    public NewAccount(
            String realm,
            String login,
            @Nullable PasswordHash password,
            boolean mustChangePassword,
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String phone,
            @Nullable String region,
            Set<String> roles) {
        this(realm, login, password, mustChangePassword, person, organisation, phone, region, roles, null);
    }

    /** An account of a programme's realm, with a password of its own choice. */
    public static NewAccount applicant(
            String realm, String login, PasswordHash password, @Nullable UUID person, @Nullable UUID organisation) {
        return new NewAccount(realm, login, password, false, person, organisation, null, null, Set.of());
    }

    /** An account of staff, for the whole country. */
    public static NewAccount staff(String login, PasswordHash password, boolean mustChangePassword, Set<String> roles) {
        return new NewAccount(Realms.STAFF, login, password, mustChangePassword, null, null, null, null, roles);
    }

    /** The same with a phone, in E.164. */
    public NewAccount withPhone(String number) {
        return new NewAccount(
                realm, login, password, mustChangePassword, person, organisation, number, region, roles, email);
    }

    /** The same with an e-mail that is yet to be confirmed. */
    public NewAccount withEmail(String address) {
        return new NewAccount(
                realm, login, password, mustChangePassword, person, organisation, phone, region, roles, address);
    }
}
