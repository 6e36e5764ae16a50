package org.tongban.core.staff;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.audit.Changes;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/**
 * Changes what an account of staff may do, in the transaction under way (CO-29): nobody changes their own account, and
 * somebody administers the whole country at all times. Tokens with the former rights are refused within a second.
 */
@Singleton
class ChangeStaff {
    private final StaffRepository staff;
    private final Accounts accounts;
    private final StaffRoles roles;
    private final AuditTrail audit;

    ChangeStaff(StaffRepository staff, Accounts accounts, StaffRoles roles, AuditTrail audit) {
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.audit = audit;
    }

    /** Ends the account's sessions and lets it sign in no more. */
    StaffMember disable(Caller administrator, UUID id) {
        return change(administrator, id, member -> {
            requireAdministratorBeside(member, List.of(), null);
            accounts.disable(id);
        });
    }

    /** Lets the account sign in again. */
    StaffMember enable(Caller administrator, UUID id) {
        return change(administrator, id, member -> accounts.enable(id));
    }

    /** Gives the account these roles and no others. */
    StaffMember assignRoles(Caller administrator, UUID id, List<String> wanted) {
        return change(administrator, id, member -> {
            roles.requireKnown(wanted);
            requireAdministratorBeside(member, wanted, member.region());
            accounts.assignRoles(id, Set.copyOf(wanted));
        });
    }

    /** Binds the account to a province, or to none. */
    StaffMember assignRegion(Caller administrator, UUID id, @Nullable String region) {
        return change(administrator, id, member -> {
            roles.require(administrator, List.of(), region);
            requireAdministratorBeside(member, member.roleIds(), region);
            accounts.assignRegion(id, region);
        });
    }

    private interface Change {
        void of(StaffMember member);
    }

    private StaffMember change(Caller administrator, UUID id, Change change) {
        if (administrator.account().equals(id)) {
            throw DomainException.of(StaffError.OWN_ACCOUNT);
        }
        // Two administrators who disable each other must not both be right.
        staff.lockStaff();
        var before = found(id);
        change.of(before);
        var after = found(id);
        audit.record(StaffViews.SUBJECT, id, Changes.between(digest(before), digest(after)));
        return after;
    }

    /** The change leaves somebody who administers the whole country. */
    private void requireAdministratorBeside(StaffMember member, List<String> rolesAfter, @Nullable String regionAfter) {
        boolean administers = member.isActive() && member.region() == null && roles.administer(member.roleIds());
        boolean remains = regionAfter == null && roles.administer(rolesAfter);
        if (administers && !remains && !staff.anotherAdministers(roles.administering(), member.id())) {
            throw DomainException.of(StaffError.LAST_ADMINISTRATOR);
        }
    }

    private StaffMember found(UUID id) {
        return staff.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private static Map<String, Object> digest(StaffMember member) {
        return StaffViews.digest(member.roleIds(), member.region(), member.isActive());
    }
}
