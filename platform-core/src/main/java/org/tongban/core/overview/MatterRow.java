package org.tongban.core.overview;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the overview: a record that a module told of, a draft, or a case.
 *
 * @param state that of the module; null where it told nothing
 * @param dueOn when its open case is due, where it has one
 * @param caseState of the open case of the record; null where there is none
 * @param periodAfter the day after which so many working days run as {@code periodDays} says; null where none do
 */
@MappedEntity(value = "matter", schema = "core")
record MatterRow(
        @Id UUID recordId,
        String recordType,
        String title,
        @Nullable String number,
        @Nullable String state,
        @Nullable String stateZh,
        @Nullable String stateEn,
        @Nullable String acts,
        @Nullable String actionZh,
        @Nullable String actionEn,
        @Nullable LocalDate dueOn,
        boolean provisional,
        @Nullable String link,
        @Nullable String caseState,
        @Nullable LocalDate periodAfter,
        @Nullable Integer periodDays) {}
