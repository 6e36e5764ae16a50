package org.tongban.filing.stage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.filing.recognition.RecognitionState;

/**
 * What a unit was asked in a stage, and answered.
 *
 * @param text null until it has answered
 * @param files the ids of its files, the first as material 1
 * @param state where the recognition stands by now
 */
@MappedEntity(value = "stage_answer", schema = "product_filing")
record StageAnswer(
        @Id UUID id,
        UUID stage,
        UUID recognition,
        String title,
        String request,
        LocalDate dueOn,
        @Nullable String text,
        String[] files,
        @Nullable Instant answeredAt,
        RecognitionState state,
        @Nullable String name,
        @Nullable String filingNumber,
        long version) {}
