package org.tongban.filing.stage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a round asks for beyond the filing (PF-50).
 *
 * @param run the run whose passing products are asked
 * @param title what it is called, in the message to the units
 * @param request what is asked for
 * @param dueOn the last day on which it is answered, in Asia/Shanghai
 */
@MappedEntity(value = "stage", schema = "product_filing")
record Stage(
        @Id UUID id,
        int year,
        UUID run,
        String title,
        String request,
        LocalDate dueOn,
        UUID createdBy,
        Instant createdAt) {}
