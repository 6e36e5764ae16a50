package org.tongban.filing.recognition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What comes in and goes out about recognitions. */
final class RecognitionViews {
    private RecognitionViews() {}

    /** A decision of staff on one candidate. */
    @Serdeable
    @Schema(name = "RecognitionDecision")
    record Decided(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"publicity", "held", "not-met"},
                    example = "not-met")
            String decision,

            @Nullable
            @Schema(
                    maxLength = 500,
                    description = "Demanded where it is not met: the unit is told",
                    example = "没有公开的有效核心专利。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason) {}

    /**
     * A recognition as its unit and staff see it.
     *
     * @param reason why it is held, not met or revoked
     * @param publicityEndsOn the last day of its publicity, be it still provisional
     * @param publicityProvisional whether that day may still move, since the holidays of its year are not published
     * @param daysLeft working days of publicity that are left, today counted; absent where nobody can say yet
     * @param run the run that it was decided by, which explains it
     */
    @Serdeable
    @Schema(name = "Recognition")
    record RecognitionView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {
                        "candidate",
                        "held",
                        "not-met",
                        "in-publicity",
                        "recognised",
                        "revoked",
                        "expired",
                        "superseded"
                    },
                    example = "in-publicity")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "公示中")
            String stateTitle,

            @Nullable @Schema(example = "农田巡检无人机系统") String name,
            @Nullable @Schema(example = "CP2026-0000001-7") String filingNumber,
            @Nullable @Schema(example = "关联专利尚未公开") String reason,
            @Nullable @Schema(example = "2027-10-22") LocalDate publicityEndsOn,
            @Nullable @Schema(example = "false") Boolean publicityProvisional,
            @Nullable @Schema(example = "7") Integer daysLeft,
            @Nullable @Schema(example = "2027-10-25") LocalDate recognisedOn,
            @Nullable @Schema(example = "2028-10-24") LocalDate validUntil,
            @Nullable @Schema(example = "RD2027-0000001-5") String certificateNumber,
            @Nullable UUID run,
            Instant changedAt,
            @JsonIgnore long version)
            implements Versioned, Audited {
        static RecognitionView of(RecognitionRow row, PublicityPeriod period, LocalDate today, Language language) {
            var start = row.publicityStart();
            var end = start == null ? null : period.end(start);
            var left = start == null || row.state() != RecognitionState.IN_PUBLICITY
                    ? null
                    : period.daysLeft(start, today);
            return new RecognitionView(
                    row.id(),
                    row.product(),
                    row.year(),
                    row.state().code(),
                    row.state().title().in(language),
                    row.name(),
                    row.filingNumber(),
                    row.reason(),
                    lastDay(end),
                    end == null ? null : end instanceof Deadline.NotDeterminable,
                    left,
                    row.recognisedOn(),
                    row.validUntil(),
                    row.certificateNumber(),
                    row.run(),
                    row.changedAt(),
                    row.version());
        }

        private static @Nullable LocalDate lastDay(@Nullable Deadline end) {
            return switch (end) {
                case null -> null;
                case Deadline.Determined(var last, var ignored) -> last;
                case Deadline.NotDeterminable(var start, var days, var provisional) -> provisional;
            };
        }

        @Override
        public String auditSubject() {
            return Recognitions.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }
}
