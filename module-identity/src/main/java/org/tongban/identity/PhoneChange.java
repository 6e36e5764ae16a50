package org.tongban.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another phone, and by what its owner is proved.
 *
 * @param newProof of the next phone
 * @param oldProof of the present phone
 * @param faceVerification instead of the proof of the present phone: a match for `identity.change-phone`
 */
@Serdeable
public record PhoneChange(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String newProof,

        @Nullable @Schema(minLength = 1, maxLength = 200) String oldProof,

        @Nullable UUID faceVerification) {
    @Override
    public String toString() {
        return "PhoneChange[…]";
    }
}
