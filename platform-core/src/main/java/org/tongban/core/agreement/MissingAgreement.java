package org.tongban.core.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An agreement that an account has still to accept, in the version in force (CO-33).
 *
 * @param title in the language of the request
 */
@Serdeable
@Schema(description = "An agreement that is still to be accepted")
public record MissingAgreement(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.terms")
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
        int version,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "备案服务协议")
        String title) {}
