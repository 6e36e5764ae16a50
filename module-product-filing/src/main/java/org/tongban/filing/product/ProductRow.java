package org.tongban.filing.product;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the unit's list of products. */
@MappedEntity(value = "product", schema = "product_filing")
record ProductRow(
        @Id UUID id,
        ProductState state,
        @Nullable String name,
        @Nullable String model,
        @Nullable Integer dataYear,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        Instant changedAt) {}
