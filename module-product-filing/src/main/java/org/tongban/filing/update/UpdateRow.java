package org.tongban.filing.update;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of updates, with what the product is called. */
@MappedEntity(value = "product_update", schema = "product_filing")
record UpdateRow(
        @Id UUID id,
        UUID product,
        UUID unit,
        int year,
        int dataYear,
        UpdateState state,
        @Nullable String name,
        @Nullable String filingNumber,
        Instant changedAt) {}
