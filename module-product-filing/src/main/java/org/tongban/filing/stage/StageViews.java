package org.tongban.filing.stage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What comes in and goes out about stages. */
final class StageViews {
    /** The kind of record that audit records name and that holds the files. */
    static final String RECORD = "product-filing/stage-answer";

    private StageViews() {}

    /** A stage as staff open it. */
    @Serdeable
    @Schema(name = "NewStage")
    record NewStage(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID run,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 50,
                    example = "补充检测报告")
            String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 1000,
                    example = "请提交近一年内的产品检测报告。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String request,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    maxLength = 10,
                    example = "2027-09-30")
            String dueOn) {}

    /** A stage. */
    @Serdeable
    @Schema(name = "RecognitionStage")
    record StageView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID run,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "补充检测报告")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "请提交近一年内的产品检测报告。")
            String request,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-09-30")
            LocalDate dueOn,

            Instant createdAt,
            @Nullable UUID job) {
        static StageView of(Stage stage, @Nullable UUID job) {
            return new StageView(
                    stage.id(),
                    stage.year(),
                    stage.run(),
                    stage.title(),
                    stage.request(),
                    stage.dueOn(),
                    stage.createdAt(),
                    job);
        }
    }

    /** What a unit answers. */
    @Serdeable
    @Schema(name = "NewStageAnswer")
    record NewAnswer(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 2000,
                    example = "检测报告见附件。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text,

            @Nullable @ArraySchema(maxItems = 5) List<UUID> files) {}

    /**
     * What a unit was asked, and answered.
     *
     * @param open whether it may be answered today
     */
    @Serdeable
    @Schema(name = "StageAnswer")
    record AnswerView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID stage,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID recognition,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "补充检测报告")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "请提交近一年内的产品检测报告。")
            String request,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-09-30")
            LocalDate dueOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean open,

            @Nullable @Schema(example = "农田巡检无人机系统") String name,
            @Nullable @Schema(example = "CP2026-0000001-7") String filingNumber,
            @Nullable @Schema(example = "检测报告见附件。") String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<UUID> files,

            @Nullable Instant answeredAt,
            @JsonIgnore long version)
            implements Versioned, Audited {
        static AnswerView of(StageAnswer answer, LocalDate today) {
            return new AnswerView(
                    answer.id(),
                    answer.stage(),
                    answer.recognition(),
                    answer.title(),
                    answer.request(),
                    answer.dueOn(),
                    !today.isAfter(answer.dueOn()) && AnswerStage.isUndecided(answer.state()),
                    answer.name(),
                    answer.filingNumber(),
                    answer.text(),
                    Stream.of(answer.files()).map(UUID::fromString).toList(),
                    answer.answeredAt(),
                    answer.version());
        }

        @Override
        public String auditSubject() {
            return RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }
}
