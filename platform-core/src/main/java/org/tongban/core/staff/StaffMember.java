package org.tongban.core.staff;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account of staff as administrators see it.
 *
 * @param roles its roles with a space between them
 * @param region the province code that bounds what it reaches; null for the whole country
 */
@MappedEntity(value = "account", schema = "core")
record StaffMember(
        @Id UUID id,
        String login,
        String state,
        boolean mustChangePassword,
        @Nullable String region,
        Instant createdAt,
        long version,
        String roles) {
    static final String ACTIVE = "active";

    boolean isActive() {
        return state.equals(ACTIVE);
    }

    List<String> roleIds() {
        return Stream.of(roles.split(" ")).filter(role -> !role.isEmpty()).toList();
    }
}
