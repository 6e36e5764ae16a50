package org.tongban.core.staff;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** The roles that can be given to staff, and the rules of giving them (CO-28, CO-29). */
@Singleton
class StaffRoles {
    private final Map<String, StaffRole> roles;
    private final Map<String, Title> permissions;

    StaffRoles(ModuleRegistry modules) {
        roles = modules.<StaffRole>all(PlatformModule::roles).stream()
                .collect(Collectors.toUnmodifiableMap(StaffRole::id, Function.identity()));
        permissions = modules.<Permission>all(PlatformModule::permissions).stream()
                .collect(Collectors.toUnmodifiableMap(Permission::id, Permission::title));
    }

    /** All of them, by id. */
    List<StaffRole> all() {
        return roles.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** The title of a declared permission. */
    Title permission(String id) {
        return Objects.requireNonNullElse(permissions.get(id), new Title(id, id));
    }

    /** The roles that administer staff. */
    String[] administering() {
        return roles.values().stream()
                .filter(role -> role.permissions().contains(CoreModule.STAFF))
                .map(StaffRole::id)
                .toArray(String[]::new);
    }

    /** Whether one of the roles administers staff. */
    boolean administer(Collection<String> held) {
        return held.stream().anyMatch(List.of(administering())::contains);
    }

    /** Refuses roles that no module declares. */
    void requireKnown(List<String> wanted) {
        refuse(unknown(wanted));
    }

    /** Refuses roles that no module declares, and a region that the administrator's own does not hold. */
    void require(Caller administrator, List<String> wanted, @Nullable String region) {
        var violations = new ArrayList<>(unknown(wanted));
        if (!administrator.reaches(region)) {
            violations.add(OUTSIDE);
        }
        refuse(violations);
    }

    private List<Violation> unknown(List<String> wanted) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!roles.containsKey(wanted.get(i))) {
                violations.add(new Violation("/roles/" + i, "unknown", new Title("没有这个角色", "There is no such role")));
            }
        }
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(StaffError.STAFF_REFUSED, violations);
        }
    }

    private static final Violation OUTSIDE = new Violation(
            "/region", "outside", new Title("您只能管理本省的工作人员", "You administer the staff of your own province only"));
}
