package org.tongban.core.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An agreement that somebody accepts, as bodies carry it (CO-33).
 *
 * @param version the version that was shown; only the one in force can be accepted
 */
@Serdeable
@Schema(description = "An agreement in the version that was accepted")
public record AcceptedAgreement(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 100,
                example = "product-filing.terms")
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "1000000", example = "1")
        int version) {}
