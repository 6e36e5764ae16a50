package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A filed product was given the figures of another year (PF-40).
 *
 * @param round the year of the round
 * @param dataYear the calendar year that the figures are of
 */
@Serdeable
public record ProductUpdated(
        UUID product, UUID unit, UUID organisation, String number, String name, int round, int dataYear) {}
