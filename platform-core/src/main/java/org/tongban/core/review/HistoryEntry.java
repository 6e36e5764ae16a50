package org.tongban.core.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code core.review_history}; never changed once written (CO-46). */
@MappedEntity(value = "review_history", schema = "core")
record HistoryEntry(@Id UUID id, Instant at, String role, String action, String reason, String remarks) {}
