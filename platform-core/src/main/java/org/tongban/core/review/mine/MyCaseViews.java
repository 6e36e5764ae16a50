package org.tongban.core.review.mine;

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
import org.tongban.core.web.Versioned;

/** What applicants get to see of their cases. */
final class MyCaseViews {
    private MyCaseViews() {}

    /** A case as its applicant sees it; what was submitted, its history and what comes next are absent in lists. */
    @Serdeable
    record MyCase(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "submission")
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.filing")
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品备案审核")
            String typeTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String title,

            UUID subject,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "returned")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已退回")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核")
            String stepTitle,

            Instant submittedAt,
            LocalDate dueOn,

            @Schema(description = "Whether holidays that are not known yet may move the due date", example = "false")
            boolean dueProvisional,

            boolean withdrawalAsked,

            @Nullable Map<String, Object> snapshot,
            @Nullable List<Entry> history,

            @Nullable
            @Schema(
                    description = "What the applicant may do next: withdraw, request-withdrawal, re-examination",
                    example = "[\"withdraw\"]")
            List<String> actions,

            @Nullable @Schema(description = "The case that looks at the decision again, where one was asked for")
            Reexamination reexamination,

            long version)
            implements Versioned {}

    /** One entry of the history, as staff have it but for what they tell each other. */
    @Serdeable
    record Entry(
            Instant at,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "reviewer")
            String role,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "return")
            String action,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "名称含有品牌",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            List<PlacedRemark> remarks,
            @Nullable LocalDate dueOn) {}

    /** A remark with the title of the field beside which it belongs. */
    @Serdeable
    record PlacedRemark(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "JSON pointer into the snapshot; empty where the remark is on the whole",
                    example = "/product/name")
            String pointer,

            @Nullable @Schema(example = "产品名称") String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "请删去品牌。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text) {}

    /** Where the re-examination of a decision stands. */
    @Serdeable
    record Reexamination(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "FH2026-0000001-5")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "open")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "待认领")
            String stateTitle) {}

    /** Why an applicant wants a submission back. */
    @Serdeable
    record WithdrawalRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 1000,
                    example = "数据有误，需要更正。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason) {}
}
