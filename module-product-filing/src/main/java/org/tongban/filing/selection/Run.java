package org.tongban.filing.selection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measuring of a round's candidates (PF-50).
 *
 * @param dry whether it counts alone: no result is kept, and nothing can be decided by it
 * @param day the day on which patents had to be valid
 * @param hidden how many have linked patents that are not public
 * @param missed how many miss each criterion, by its place
 * @param digest SHA-256 over all results in the order of the products' records; empty before the first
 */
@MappedEntity(value = "recognition_run", schema = "product_filing")
record Run(
        @Id UUID id,
        int year,
        UUID scorecard,
        boolean dry,
        LocalDate day,
        long measured,
        long met,
        long hidden,
        Long[] missed,
        String digest,
        UUID startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long version) {}
