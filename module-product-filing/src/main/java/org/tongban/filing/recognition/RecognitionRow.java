package org.tongban.filing.recognition;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of recognitions, with what the product is called. */
@MappedEntity(value = "recognition", schema = "product_filing")
record RecognitionRow(
        @Id UUID id,
        UUID product,
        UUID unit,
        int year,
        RecognitionState state,
        @Nullable String reason,
        @Nullable UUID run,
        @Nullable LocalDate publicityStart,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate validUntil,
        @Nullable String certificateNumber,
        @Nullable String name,
        @Nullable String filingNumber,
        long version,
        Instant changedAt) {}
