package org.tongban.trial;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code trial.note}. */
@MappedEntity(value = "note", schema = "trial")
record Note(
        @Id UUID id,
        UUID owner,
        String name,
        int amount,
        @Nullable UUID picture,
        String state,
        long version) {}
