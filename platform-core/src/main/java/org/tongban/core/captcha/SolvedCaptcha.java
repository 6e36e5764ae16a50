package org.tongban.core.captcha;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * A captcha with what a person read in it (CO-25), as requests carry it. {@link #toString} leaves the answer out.
 *
 * @param answer spaces and width do not matter
 */
@Serdeable
public record SolvedCaptcha(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 20, example = "408315")
        String answer) {
    @Override
    public String toString() {
        return "SolvedCaptcha[" + id + "]";
    }
}
