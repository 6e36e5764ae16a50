package org.tongban.core.form;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A form that the database has had, with the hash of its files (CO-32). */
@MappedEntity(value = "form_version", schema = "core")
record KeptForm(@Id String id, String hash, Instant takenAt) {}
