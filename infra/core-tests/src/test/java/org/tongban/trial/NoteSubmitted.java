package org.tongban.trial;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A note was handed in for review. */
@Serdeable
public record NoteSubmitted(UUID note, String name) {}
