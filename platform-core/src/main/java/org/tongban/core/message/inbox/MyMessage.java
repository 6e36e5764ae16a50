package org.tongban.core.message.inbox;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;

/**
 * A message of the inbox (CO-38).
 *
 * @param link the path of the record it is about; absent where it is about none
 */
@Serdeable
record MyMessage(
        UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing")
        String module,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filing.filed")
        String template,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "您的产品“巡检仪”已备案，备案号CP2026-0000012-0。")
        String text,

        @Nullable @Schema(example = "/api/product-filing/v1/products/0193f5a0-0000-7000-8000-000000000000")
        String link,

        Instant createdAt,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean read,
        @Nullable Instant readAt)
        implements Audited {
    @Override
    public String auditSubject() {
        return "platform/inbox-entry";
    }

    @Override
    public UUID auditId() {
        return id;
    }

    @Override
    public Map<String, Object> auditDigest() {
        return Map.of("template", template);
    }
}
