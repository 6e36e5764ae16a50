package org.tongban.core.review.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Remark;
import org.tongban.core.web.Versioned;

/** A case as staff see it; the snapshot, its flags, history and checklist are absent in lists. */
@Serdeable
public record CaseView(
        UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
        String number,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "submission, re-examination or correction",
                example = "submission")
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.filing")
        String type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品备案审核")
        String typeTitle,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
        String title,

        UUID subject,
        @Nullable @Schema(example = "110000") String region,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "claimed")
        String state,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核中")
        String stateTitle,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "review")
        String step,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核")
        String stepTitle,

        boolean claimedByMe,

        @Schema(description = "Whether the applicant asks to have it back", example = "false")
        boolean withdrawalAsked,

        Instant submittedAt,
        LocalDate dueOn,

        @Schema(description = "Whether holidays that are not known yet may move the due date", example = "false")
        boolean dueProvisional,

        @Schema(description = "Whether the due date is over; never a provisional one", example = "false")
        boolean overdue,

        @Nullable @Schema(description = "The case that a re-examination or a correction is about")
        UUID original,

        @Nullable Map<String, Object> snapshot,

        @Nullable
        @Schema(
                description = "The forms of the snapshot, by the JSON pointer to the part that is a document of it",
                example = "{\"/product\": \"product-filing/product@1\"}")
        Map<String, String> forms,

        @Nullable List<Entry> history,
        @Nullable List<Flagged> flags,
        @Nullable List<Point> checklist,

        @Nullable @Schema(description = "What may be decided at this step", example = "[\"approve\", \"return\"]")
        List<String> outcomes,

        long version)
        implements Versioned {
    /** One entry of the history: the role acts, the officer's name is not shown. */
    @Serdeable
    public record Entry(
            Instant at,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "reviewer")
            String role,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "claim")
            String action,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "review")
            String step,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            List<Remark> remarks,
            @Nullable LocalDate dueOn,

            @Schema(description = "Whether the applicant does not see it", example = "false")
            boolean internal) {}

    /** Something unusual in the snapshot, that does not hinder a decision. */
    @Serdeable
    public record Flagged(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/verification/uscc")
            String pointer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "unknown-prefix")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "前两位不在国家标准的代码表中")
            String message) {}

    /** A point of the checklist. */
    @Serdeable
    public record Point(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "pictures")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "图片清晰，与产品一致")
            String title) {}
}
