package org.tongban.filing.selection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.filing.scorecard.Criterion;
import org.tongban.filing.scorecard.Facts;
import org.tongban.filing.scorecard.Scorecard;

/** What goes out about the results of runs, product by product. */
final class ResultViews {
    private ResultViews() {}

    /** A criterion as a product came out by it. */
    @Serdeable
    @Schema(name = "CriterionResult")
    record CriterionView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "公开的核心专利")
            String indicator,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean hard,

            @Nullable @Schema(example = "1") String value,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "at-least")
            String comparator,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            String benchmark,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            String weight,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean met,

            @Nullable @Schema(example = "没有公开的有效核心专利") String reason) {
        static CriterionView of(Criterion criterion, Facts facts) {
            var met = criterion.isMet(facts.inputs());
            return new CriterionView(
                    criterion.indicator(),
                    criterion.hard(),
                    criterion
                            .measure(facts.inputs())
                            .map(BigDecimal::toPlainString)
                            .orElse(null),
                    criterion.comparator().code(),
                    criterion.benchmark().toPlainString(),
                    criterion.weight().toPlainString(),
                    met,
                    met ? null : criterion.reason());
        }

        /** Those that are for the product. */
        static List<CriterionView> all(ResultRow row, Scorecard scorecard) {
            var facts = CandidateFacts.of(row);
            return scorecard.criteria().stream()
                    .filter(criterion -> criterion.isFor(facts.industry(), facts.category()))
                    .map(criterion -> of(criterion, facts))
                    .toList();
        }
    }

    /**
     * What a run found of a product, and why: reckoned again from what was kept.
     *
     * @param reproduced whether it came out as it was kept
     */
    @Serdeable
    @Schema(name = "RecognitionExplanation")
    record ExplanationView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID run,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int scorecardVersion,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean met,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "85.00")
            String score,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "60")
            String passMark,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean reproduced,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<CriterionView> criteria,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Map<String, Object> inputs) {
        static ExplanationView of(ResultRow row, Scorecard scorecard) {
            var again = scorecard.measure(CandidateFacts.of(row));
            return new ExplanationView(
                    row.run(),
                    scorecard.version(),
                    row.met(),
                    row.score().toPlainString(),
                    scorecard.passMark().toPlainString(),
                    again.met() == row.met()
                            && again.score().compareTo(row.score()) == 0
                            && again.missed().equals(List.of(row.missed())),
                    CriterionView.all(row, scorecard),
                    Documents.members(row.inputs()));
        }
    }

    /** What one of the runs found of a product. */
    @Serdeable
    @Schema(name = "RecognitionMeasure")
    record MeasureView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID run,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-10-08")
            LocalDate day,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int scorecardVersion,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean met,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean hidden,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "85.00")
            String score,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "60")
            String passMark,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> reasons) {
        static MeasureView of(ResultRow row, Run run, Scorecard scorecard) {
            return new MeasureView(
                    run.id(),
                    run.day(),
                    scorecard.version(),
                    row.met(),
                    row.hidden(),
                    row.score().toPlainString(),
                    scorecard.passMark().toPlainString(),
                    missed(row, scorecard));
        }
    }

    private static List<String> missed(ResultRow row, Scorecard scorecard) {
        return Arrays.stream(row.missed())
                .map(place -> scorecard.criteria().get(place).reason())
                .toList();
    }

    /** A line of the list of results. */
    @Serdeable
    @Schema(name = "RecognitionResult")
    record ResultView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID recognition,

            @Nullable @Schema(example = "农田巡检无人机系统") String name,
            @Nullable @Schema(example = "CP2026-0000001-7") String filingNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean met,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean hidden,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "85.00")
            String score,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> reasons,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "candidate")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "候选")
            String stateTitle) {
        static ResultView of(ResultRow row, Scorecard scorecard, Language language) {
            return new ResultView(
                    row.id(),
                    row.name(),
                    row.filingNumber(),
                    row.met(),
                    row.hidden(),
                    row.score().toPlainString(),
                    missed(row, scorecard),
                    row.state().code(),
                    row.state().title().in(language));
        }
    }
}
