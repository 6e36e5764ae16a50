package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A product was filed (PF-34).
 *
 * @param number the filing number, which is that of the case that approved it
 * @param dataYear the calendar year that its figures are of
 */
@Serdeable
public record ProductFiled(
        UUID product, UUID unit, UUID organisation, String number, String name, int dataYear, LocalDate filedOn) {}
