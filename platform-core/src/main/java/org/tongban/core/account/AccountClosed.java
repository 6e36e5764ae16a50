package org.tongban.core.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account was closed for good (CO-24b). */
@Serdeable
public record AccountClosed(
        UUID account,
        String realm,
        @Nullable UUID person,
        @Nullable UUID organisation,
        Instant at) {}
