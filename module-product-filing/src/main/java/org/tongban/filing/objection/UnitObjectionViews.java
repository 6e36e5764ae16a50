package org.tongban.filing.objection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;

/** What units see of objections to their products. */
final class UnitObjectionViews {
    private UnitObjectionViews() {}

    /** A material of the evidence as the unit sees it: no name, no id. */
    @Serdeable
    @Schema(name = "ShownMaterial")
    record ShownMaterial(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "材料 1")
            String label) {
        static ShownMaterial of(int number, Language language) {
            return new ShownMaterial(number, ShownEvidence.LABEL.in(language) + " " + number);
        }
    }

    /**
     * An objection as the unit sees it: nothing of who objects.
     *
     * @param text what officers left of its content
     * @param lastDay up to when a statement is taken, as far as anybody can say
     * @param taken whether a statement is taken now
     */
    @Serdeable
    @Schema(name = "UnitObjection")
    record UnitView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "YY2026-0000012-8")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String productName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"statement-asked", "upheld", "not-upheld", "dismissed"},
                    example = "statement-asked")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "等待单位说明")
            String stateTitle,

            @Schema(description = "Codes of the form's grounds", example = "[\"untrue\"]")
            List<String> grounds,

            @Nullable @Schema(example = "有人反映所列专利并未用于该产品。") String text,
            List<ShownMaterial> evidence,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,

            @Schema(description = "Whether holidays that are not known yet may move the last day", example = "false")
            boolean lastDayProvisional,

            @Schema(example = "false") boolean extended,
            @Schema(example = "true") boolean taken,
            @Nullable Map<String, Object> statement,
            @Nullable Instant statedAt,
            @Nullable LocalDate decidedOn,
            @Nullable @Schema(example = "所列专利并未用于该产品。") String reason,

            @Nullable
            @Schema(description = "The case by which a revocation may be re-examined", example = "YC2026-0000003-5")
            String outcomeCase)
            implements Audited {
        static UnitView of(
                Objection objection, String productName, StatementPeriod period, LocalDate today, Language language) {
            boolean asked = objection.askedOn() != null;
            return new UnitView(
                    objection.id(),
                    objection.number(),
                    objection.product(),
                    productName,
                    objection.state().code(),
                    objection.state().title().in(language),
                    asked || objection.state() == ObjectionState.UPHELD ? grounds(objection) : List.of(),
                    objection.redacted(),
                    ShownEvidence.numbers(objection).stream()
                            .map(number -> ShownMaterial.of(number, language))
                            .toList(),
                    objection.askedOn(),
                    asked ? period.lastDay(objection) : null,
                    asked && period.isProvisional(objection),
                    objection.extended(),
                    asked && SubmitStatement.isTaken(objection, period, today),
                    ObjectionViews.statementOf(objection),
                    objection.statedAt(),
                    ObjectionViews.dayOf(objection.decidedAt()),
                    objection.reason(),
                    objection.outcomeCase());
        }

        private static List<String> grounds(Objection objection) {
            var grounds = new ArrayList<String>();
            Documents.read(objection.document()).path("grounds").forEach(ground -> grounds.add(ground.asText()));
            return grounds;
        }

        @Override
        @JsonIgnore
        public String auditSubject() {
            return ObjectionFiles.RECORD;
        }

        @Override
        @JsonIgnore
        public UUID auditId() {
            return id;
        }

        @Override
        @JsonIgnore
        public Map<String, Object> auditDigest() {
            return Map.of("number", number, "state", state);
        }
    }
}
