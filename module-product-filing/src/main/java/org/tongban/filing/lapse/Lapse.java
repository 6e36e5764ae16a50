package org.tongban.filing.lapse;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filed product of which no linked patent is valid any more, and which its unit is asked to revoke (PF-35).
 *
 * @param region the province of the unit, by which staff are bound
 * @param foundOn the day on which it was found, and the unit told
 * @param stage 1 when it was found, 2 and 3 by the reminders; at 3 it is on the list of staff
 */
@MappedEntity(value = "lapse", schema = "product_filing")
public record Lapse(@Id UUID product, UUID unit, @Nullable String region, LocalDate foundOn, int stage) {}
