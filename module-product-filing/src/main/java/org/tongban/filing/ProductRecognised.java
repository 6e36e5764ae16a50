package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A product was recognised as patent-intensive (PF-52), or is again after its revocation fell.
 *
 * @param validUntil the last day of its validity, in Asia/Shanghai
 */
@Serdeable
public record ProductRecognised(
        UUID product,
        UUID unit,
        UUID organisation,
        String name,
        int year,
        String certificateNumber,
        LocalDate recognisedOn,
        LocalDate validUntil) {}
