package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the public read model: nothing in it is not public (PF-70).
 *
 * @param position newest first
 * @param product the public fields of the product part, as JSON
 * @param patents the public patents, as JSON
 * @param patentsLapsed whether no linked patent is valid any more, be it public or not (PF-35)
 * @param publicityStart the day after which its publicity begins or began, where it was decided on (PF-51)
 * @param validUntil the last day of its recognition
 */
@MappedEntity(value = "public_product", schema = "product_filing")
record PublicProduct(
        @Id UUID id,
        UUID position,
        String name,
        String unitName,
        String uscc,
        String division,
        String state,
        int dataYear,
        LocalDate filedOn,
        String filingNumber,
        String product,
        String patents,
        boolean patentsLapsed,
        @Nullable LocalDate publicityStart,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate validUntil,
        @Nullable String certificateNumber,
        Instant changedAt) {
    /**
     * What it is on a day: publicity begins and a recognition ends at midnight, before the task of the night has written it
     * (PF-51, PF-53).
     */
    PublicState stateOn(LocalDate today) {
        return switch (PublicState.of(state)) {
            case FILED ->
                publicityStart != null && today.isAfter(publicityStart) ? PublicState.IN_PUBLICITY : PublicState.FILED;
            case IN_PUBLICITY -> PublicState.IN_PUBLICITY;
            case RECOGNISED ->
                today.isAfter(Objects.requireNonNull(validUntil)) ? PublicState.FILED : PublicState.RECOGNISED;
        };
    }

    /** Whether its publicity was decided on, and begins at the end of the day or has begun. */
    boolean isAnnounced() {
        return recognisedOn == null && publicityStart != null;
    }
}
