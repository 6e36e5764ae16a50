package org.tongban.filing.update;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductPart;

/** What comes in and goes out about updates. */
final class UpdateViews {
    private UpdateViews() {}

    /** How staff open an update again. */
    @Serdeable
    @Schema(name = "UpdateReopening")
    record Reopening(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 500,
                    example = "单位因系统故障未能按期提交。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    maxLength = 10,
                    example = "2027-04-30")
            String until) {}

    /**
     * An update as its unit sees it.
     *
     * @param lastDay up to when it is taken, as far as anybody can say today
     * @param taken whether it is taken today
     * @param document the update's form as it was saved
     * @param productPart what is filed, to be confirmed or changed; so with the patents
     * @param reason the reviewer's words, where it was returned
     */
    @Serdeable
    @Schema(name = "ProductUpdate")
    record UpdateView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026")
            int dataYear,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"due", "in-review", "returned", "done", "missed"},
                    example = "due")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "未更新")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-03-31")
            LocalDate lastDay,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean taken,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/update@2027")
            String form,

            Map<String, Object> document,
            Map<String, Object> productPart,
            Map<String, Object> patentsPart,
            @Nullable Instant submittedAt,
            @Nullable @Schema(example = "数据与财务报表不符。") String reason,
            @JsonIgnore long version)
            implements Versioned, Audited {
        static UpdateView of(
                ProductUpdate update,
                Product product,
                UpdateTimes times,
                LocalDate today,
                Reviews reviews,
                Language language) {
            return new UpdateView(
                    update.id(),
                    update.product(),
                    update.year(),
                    update.dataYear(),
                    update.state().code(),
                    update.state().title().in(language),
                    times.lastDay(update),
                    times.isTaken(update, today),
                    update.form(),
                    Documents.members(update.document()),
                    Documents.members(product.part(ProductPart.PRODUCT)),
                    Documents.members(product.part(ProductPart.PATENTS)),
                    update.submittedAt(),
                    update.state() == UpdateState.RETURNED
                            ? reviews.lastDecision(update.id())
                                    .map(Reviews.LastDecision::reason)
                                    .orElse(null)
                            : null,
                    update.version());
        }

        @Override
        public String auditSubject() {
            return UpdateFiles.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** A line of a list of updates. */
    @Serdeable
    @Schema(name = "ProductUpdateSummary")
    record UpdateSummary(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026")
            int dataYear,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "due")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "未更新")
            String stateTitle,

            @Nullable @Schema(example = "农田巡检无人机系统") String name,
            @Nullable @Schema(example = "CP2026-0000001-7") String filingNumber,
            Instant changedAt) {
        static UpdateSummary of(UpdateRow row, Language language) {
            return new UpdateSummary(
                    row.id(),
                    row.product(),
                    row.year(),
                    row.dataYear(),
                    row.state().code(),
                    row.state().title().in(language),
                    row.name(),
                    row.filingNumber(),
                    row.changedAt());
        }
    }
}
