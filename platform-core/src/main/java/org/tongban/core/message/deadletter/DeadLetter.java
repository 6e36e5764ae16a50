package org.tongban.core.message.deadletter;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Message;
import org.tongban.core.web.Audited;

/**
 * A message that was not sent, as staff see it: masked, and not what it says.
 *
 * @param state {@code dead} after the last try, {@code unclear} where the provider may have it; else what it was settled to
 */
@Serdeable
public record DeadLetter(
        UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filing.filed")
        String template,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "sms")
        String channel,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "+86138****0001")
        String to,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "dead")
        String state,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "5")
        int attempts,

        @Nullable @Schema(example = "isv.MOBILE_NUMBER_ILLEGAL")
        String reason,

        Instant createdAt)
        implements Audited {
    static DeadLetter of(Message message) {
        return new DeadLetter(
                message.id(),
                message.template(),
                message.channel().toLowerCase(Locale.ROOT),
                message.recipientMasked(),
                message.state(),
                message.attempts(),
                message.lastError(),
                message.createdAt());
    }

    @Override
    public String auditSubject() {
        return "platform/message";
    }

    @Override
    public UUID auditId() {
        return id;
    }

    @Override
    public Map<String, Object> auditDigest() {
        return Map.of("template", template, "state", state);
    }
}
