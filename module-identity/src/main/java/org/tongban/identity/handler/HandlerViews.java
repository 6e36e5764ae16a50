package org.tongban.identity.handler;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API answers of handlers' links. */
final class HandlerViews {
    private HandlerViews() {}

    /**
     * A link as the organisation sees it.
     *
     * @param handler the person's name
     * @param endedBy what ended it: `unlink`, `replace` or `close`
     */
    @Serdeable
    record LinkView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String handler,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"awaiting-person", "active", "ended"},
                    example = "active")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "有效")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant linkedAt,

            @Nullable Instant activeFrom,
            @Nullable Instant endedAt,

            @Nullable @Schema(example = "unlink") String endedBy) {}

    /** A link as the handler sees it. */
    @Serdeable
    record HandledView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String organisation,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"awaiting-person", "active", "ended"},
                    example = "active")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "有效")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant linkedAt,

            @Nullable Instant activeFrom,
            @Nullable Instant endedAt) {}
}
