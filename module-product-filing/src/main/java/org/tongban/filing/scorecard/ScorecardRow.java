package org.tongban.filing.scorecard;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A scorecard as it is kept, its criteria as JSON. */
@MappedEntity(value = "scorecard", schema = "product_filing")
record ScorecardRow(
        @Id UUID id,
        int year,
        int number,
        String title,
        String criteria,
        BigDecimal passMark,
        UUID createdBy,
        Instant createdAt) {}
