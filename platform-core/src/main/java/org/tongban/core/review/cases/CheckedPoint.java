package org.tongban.core.review.cases;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A point of the checklist, ticked or failed (CO-46f). */
@Serdeable
public record CheckedPoint(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 60,
                example = "evidence-legible")
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
        boolean passed,

        @Nullable
        @Schema(
                maxLength = 1000,
                example = "",
                extensions =
                        @Extension(
                                properties = @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
        String remark) {}
