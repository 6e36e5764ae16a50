package org.tongban.core.module;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A module that the database has had, with the latest version that migrated it (CO-5). */
@MappedEntity(value = "module", schema = "core")
record MigratedModule(@Id String id, String version, String schemaName, Instant lastMigratedAt) {}
