package org.tongban.core.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code core.review_case}. */
@MappedEntity(value = "review_case", schema = "core")
record ReviewCase(
        @Id UUID id,
        String number,
        String type,
        UUID subject,
        String title,
        @Nullable UUID organisation,
        @Nullable String region,
        UUID submittedBy,
        @Nullable UUID submitterPerson,
        String snapshot,
        String state,
        @Nullable UUID claimedBy,
        Instant submittedAt,
        Instant changedAt,
        long version) {}
