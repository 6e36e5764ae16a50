package org.tongban.core.review.history;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code core.review_history} (CO-46).
 *
 * @param role the role that acted, not who; {@code system} where a task did
 */
@Introspected
public record HistoryEntry(
        UUID id,
        Instant at,
        String role,
        String action,
        String step,
        String reason,
        String remarks,
        @Nullable LocalDate dueOn,
        boolean internal) {}
