package org.tongban.filing.selection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.filing.recognition.RecognitionState;

/**
 * What a run found of a product.
 *
 * @param id that of the recognition
 * @param missed the places of the criteria that it missed
 * @param inputs the values it was measured by, as JSON
 * @param state where the recognition stands by now
 */
@Introspected
@MappedEntity
record ResultRow(
        @Id UUID id,
        UUID run,
        boolean met,
        boolean hidden,
        BigDecimal score,
        Integer[] missed,
        String industry,
        String category,
        String inputs,
        @Nullable String name,
        @Nullable String filingNumber,
        RecognitionState state) {}
