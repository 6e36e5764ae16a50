package org.tongban.filing.certificate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.filing.recognition.RecognitionState;

/**
 * A row of the open list: a recognition, and what its certificate was issued with.
 *
 * @param revokedBy what was decided against it
 * @param dataYear null of one whose product had left the public before it was kept; {@code filedOn} likewise
 * @param product the public fields of the product part of that day, as JSON
 * @param patents the public patents of that day, as JSON
 */
@MappedEntity(value = "certificate", schema = "product_filing")
record OpenRecognition(
        @Id UUID id,
        String certificateNumber,
        RecognitionState state,
        @Nullable UUID revokedBy,
        LocalDate recognisedOn,
        LocalDate validUntil,
        Instant changedAt,
        String productName,
        String model,
        String categoryCode,
        String industryCode,
        String filingNumber,
        String unitName,
        String uscc,
        String division,
        @Nullable Integer dataYear,
        @Nullable LocalDate filedOn,
        String product,
        String patents) {}
