package org.tongban.filing.unit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation as a unit that files (PF-5).
 *
 * @param origin what its verification rests on: {@code review}, or {@code sample} for sample data
 */
@MappedEntity(value = "unit", schema = "product_filing")
public record FilingUnit(@Id UUID id, UUID organisation, UnitState state, String origin, Instant createdAt) {}
