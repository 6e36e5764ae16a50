package org.tongban.core.lostphone;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.web.Audited;

/** The answers about requests for another phone. */
final class LostPhoneViews {
    /** The kind of record in the audit trail, and of what holds the documents. */
    static final String RECORD = "platform/lost-phone";

    private LostPhoneViews() {}

    /** That a request has come; it says nothing of whether there is such an account (RL-10). */
    @Serdeable
    @Schema(name = "LostPhoneReceived")
    record Received(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant receivedAt)
            implements Audited {
        @Override
        public String auditSubject() {
            return RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** A request that is stopped. */
    @Serdeable
    @Schema(name = "LostPhoneStopped")
    record Stopped(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "stopped")
            String state)
            implements Audited {
        @Override
        public String auditSubject() {
            return RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("state", state);
        }
    }
}
