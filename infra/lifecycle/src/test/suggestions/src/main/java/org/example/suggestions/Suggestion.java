package org.example.suggestions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A row of {@code suggestions.suggestion}. */
@MappedEntity(value = "suggestion", schema = "suggestions")
record Suggestion(@Id UUID id, UUID owner, String text, String state, long version) {}
