package org.tongban.core.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reviewer's remark on one field: a JSON pointer into what was submitted, and what is to be corrected (CO-46). */
@Serdeable
public record Remark(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "/product/name")
        String pointer,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 2000,
                example = "请填写产品全称。",
                extensions =
                        @Extension(
                                properties = @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
        String text) {}
