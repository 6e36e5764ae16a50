package org.tongban.core.overview;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the overview: a record that a module told of, a draft, or a case.
 *
 * @param state that of the module; null where it told nothing
 * @param caseType of the open case of the record; null where there is none
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
        @Nullable String link,
        @Nullable String caseType,
        @Nullable String caseState,
        @Nullable Instant submittedAt) {}
