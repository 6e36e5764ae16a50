package org.tongban.core.review.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Decision;
import org.tongban.core.review.Remark;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.review.cases.CheckedPoint;
import org.tongban.core.review.cases.Corrections;

/** What staff send about cases, beside {@link DecisionRequest}. */
public final class DeskRequests {
    private DeskRequests() {}

    /** What staff tell each other of a case; the applicant never sees it. */
    @Serdeable
    public record NewNote(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 2000,
                    example = "已电话核实。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text) {}

    /** Whom a case is handed to. */
    @Serdeable
    public record Handover(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The login of another officer who may review the case",
                    minLength = 1,
                    maxLength = 64,
                    example = "reviewer-2")
            String to,

            @Nullable
            @Schema(
                    maxLength = 1000,
                    example = "休假",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason) {}

    /** Whether the applicant gets a submission back. */
    @Serdeable
    public record WithdrawalAnswer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean granted,

            @Nullable
            @Schema(
                    description = "Needed for a refusal",
                    maxLength = 1000,
                    example = "同意撤回。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason) {}

    /** Other texts of an approved record. */
    @Serdeable
    public record NewCorrection(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 1000,
                    example = "名称有错别字。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = 20)
            List<Change> changes) {
        /** What the officer proposes. */
        public Corrections.Proposal proposal() {
            return new Corrections.Proposal(
                    reason.strip(),
                    changes.stream()
                            .map(change -> new ReviewHandler.Change(change.pointer(), change.before(), change.after()))
                            .toList());
        }
    }

    /** Another text of a field. */
    @Serdeable
    public record Change(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "JSON pointer into the snapshot of the approved submission",
                    minLength = 1,
                    maxLength = 200,
                    example = "/product/introduction")
            String pointer,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 5000,
                    example = "用于轮队检修。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String before,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 5000,
                    example = "用于轮对检修。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String after) {}

    /** Decisions on several cases. */
    @Serdeable
    public record Batch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = 100)
            List<BatchItem> decisions) {}

    /** The decision on one of them. */
    @Serdeable
    public record BatchItem(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "01932b7e-6f1a-7000-8000-000000000001")
            UUID review,

            Decision decision,

            @Nullable
            @Schema(
                    maxLength = 1000,
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            @Nullable List<Remark> remarks,

            @Nullable @Schema(description = "Every point of the type's checklist, ticked or failed")
            List<CheckedPoint> checklist) {}
}
