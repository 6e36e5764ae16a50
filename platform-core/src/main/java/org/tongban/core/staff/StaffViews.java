package org.tongban.core.staff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.StaffRole;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What the administration of staff takes and answers. */
final class StaffViews {
    /** What an account of staff is to the audit trail. */
    static final String SUBJECT = "platform/staff";

    /** GB/T 2260: the provinces, with Taiwan, Hong Kong and Macao. */
    static final String PROVINCE = "^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)0000$";

    private StaffViews() {}

    /** One of staff. */
    @Serdeable
    record StaffView(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "wang.li")
            String login,

            List<String> roles,

            @Nullable
            @Schema(
                    description = "The province that bounds what is reached; absent: the whole country",
                    example = "410000")
            String region,

            boolean active,
            boolean mustChangePassword,
            Instant createdAt,
            long version)
            implements Versioned, Audited {
        static StaffView of(StaffMember member) {
            return new StaffView(
                    member.id(),
                    member.login(),
                    member.roleIds(),
                    member.region(),
                    member.isActive(),
                    member.mustChangePassword(),
                    member.createdAt(),
                    member.version());
        }

        @Override
        public String auditSubject() {
            return SUBJECT;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return digest(roles, region, active);
        }
    }

    /** An account with the password that is shown once and has to be changed at the first sign-in. */
    @Serdeable
    record InitialPassword(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "wang.li")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Tk4f-9wQe-b7Rm")
            String initialPassword) {
        @Override
        public String toString() {
            return "InitialPassword[" + id + "]";
        }
    }

    /** An account to be made. */
    @Serdeable
    record NewStaff(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[A-Za-z][A-Za-z0-9._-]{2,39}$",
                    maxLength = 40,
                    example = "wang.li")
            String login,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 20,
                    example = "[\"platform-administrator\"]")
            List<String> roles,

            @Nullable @Schema(pattern = PROVINCE, maxLength = 6, example = "410000")
            String region) {}

    /** The roles that an account is to have, and no others. */
    @Serdeable
    record RolesWanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"platform-administrator\"]")
            List<String> roles) {}

    /** The province that an account is to be bound to. */
    @Serdeable
    record RegionWanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = PROVINCE, maxLength = 6, example = "410000")
            String region) {}

    /** All roles that can be given. */
    @Serdeable
    record RoleList(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<RoleView> items) {}

    /** A role with what it permits. */
    @Serdeable
    record RoleView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform-administrator")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "平台管理员")
            String title,

            List<PermissionView> permissions) {
        static RoleView of(StaffRole role, StaffRoles roles, Language language) {
            return new RoleView(
                    role.id(),
                    role.title().in(language),
                    role.permissions().stream()
                            .sorted()
                            .map(id ->
                                    new PermissionView(id, roles.permission(id).in(language)))
                            .toList());
        }
    }

    /** A permission. */
    @Serdeable
    record PermissionView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform:operate")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "运行管理")
            String title) {}

    /** What of an account of staff its administrators change, for the audit trail. */
    static Map<String, Object> digest(List<String> roles, @Nullable String region, boolean active) {
        var digest = new LinkedHashMap<String, Object>();
        digest.put("roles", roles);
        if (region != null) {
            digest.put("region", region);
        }
        digest.put("active", active);
        return digest;
    }
}
