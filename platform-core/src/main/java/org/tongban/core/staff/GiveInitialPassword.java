package org.tongban.core.staff;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.RandomPassword;
import org.tongban.core.account.Realms;
import org.tongban.core.staff.StaffViews.InitialPassword;
import org.tongban.core.staff.StaffViews.NewStaff;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;

/**
 * Makes accounts of staff, and gives those that lost their password another one (CO-29, CO-23): it is shown once and
 * stored nowhere, and a sign-in with it permits nothing but to change it.
 */
@Singleton
class GiveInitialPassword {
    private final Accounts accounts;
    private final StaffRoles roles;
    private final Passwords passwords;
    private final AuditTrail audit;

    GiveInitialPassword(Accounts accounts, StaffRoles roles, Passwords passwords, AuditTrail audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** A password with its hash, which is made with no transaction open. */
    record Initial(String password, PasswordHash hash) {
        @Override
        public String toString() {
            return "Initial[…]";
        }
    }

    Initial next() {
        var password = RandomPassword.next();
        return new Initial(password, passwords.hash(password));
    }

    /** Makes an account within the administrator's own region, in the transaction under way. */
    InitialPassword create(Caller administrator, NewStaff wanted, Initial initial) {
        roles.require(administrator, wanted.roles(), wanted.region());
        var account = accounts.create(new NewAccount(
                Realms.STAFF,
                wanted.login(),
                initial.hash(),
                true,
                null,
                null,
                null,
                wanted.region(),
                Set.copyOf(wanted.roles())));
        var digest = new LinkedHashMap<String, Object>();
        digest.put("login", account.login());
        digest.putAll(StaffViews.digest(wanted.roles(), wanted.region(), true));
        audit.record(StaffViews.SUBJECT, account.id(), digest);
        return new InitialPassword(account.id(), account.login(), initial.password());
    }

    /** Gives an account another password, in the transaction under way; its sessions end. */
    InitialPassword renew(Caller administrator, UUID id, Initial initial) {
        if (administrator.account().equals(id)) {
            throw DomainException.of(StaffError.OWN_ACCOUNT);
        }
        accounts.giveInitialPassword(id, initial.hash());
        audit.record(StaffViews.SUBJECT, id, Map.of());
        return new InitialPassword(id, accounts.find(id).orElseThrow().login(), initial.password());
    }
}
