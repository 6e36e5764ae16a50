package org.tongban.filing.patent;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * Until when a licence runs now, in the words of the form it was entered by.
 *
 * @param licenceProof the file that says so, uploaded to product-filing/pdf-20
 */
@Serdeable
record LicenceTerm(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                maxLength = 10,
                example = "2029-12-31")
        String licenceTo,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID licenceProof) {}
