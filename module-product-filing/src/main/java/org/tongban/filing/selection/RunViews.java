package org.tongban.filing.selection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.filing.scorecard.Criterion;
import org.tongban.filing.scorecard.Facts;
import org.tongban.filing.scorecard.Scorecard;

/** What comes in and goes out about runs. */
final class RunViews {
    /** The kind of record that audit records name. */
    static final String RECORD = "product-filing/recognition-run";

    private RunViews() {}

    /** Which scorecard is run, and whether it counts alone. */
    @Serdeable
    @Schema(name = "NewRun")
    record NewRun(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID scorecard,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean dry) {}

    /** How many miss a criterion. */
    @Serdeable
    @Schema(name = "MissedCriterion")
    record MissedView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "公开的核心专利")
            String indicator,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean hard,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12")
            long products) {}

    /**
     * A run.
     *
     * @param job where its progress is read; null where it was asked for by its own id
     * @param digest SHA-256 over all results: two runs of the same facts and criteria have the same one
     */
    @Serdeable
    @Schema(name = "RecognitionRun")
    record RunView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID scorecard,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int scorecardVersion,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean dry,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-10-08")
            LocalDate day,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "120")
            long measured,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "97")
            long met,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "23")
            long notMet,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "4")
            long hidden,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<MissedView> missed,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String digest,

            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable UUID job) {
        static RunView of(Run run, Scorecard scorecard, @Nullable UUID job) {
            var missed = new ArrayList<MissedView>();
            for (int i = 0; i < run.missed().length; i++) {
                var criterion = scorecard.criteria().get(i);
                missed.add(new MissedView(criterion.indicator(), criterion.hard(), run.missed()[i]));
            }
            return new RunView(
                    run.id(),
                    run.year(),
                    run.scorecard(),
                    scorecard.version(),
                    run.dry(),
                    run.day(),
                    run.measured(),
                    run.met(),
                    run.measured() - run.met(),
                    run.hidden(),
                    missed,
                    run.digest(),
                    run.startedAt(),
                    run.finishedAt(),
                    job);
        }
    }

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
            var facts = CandidateFacts.of(row);
            var again = scorecard.measure(facts);
            return new ExplanationView(
                    row.run(),
                    scorecard.version(),
                    row.met(),
                    row.score().toPlainString(),
                    scorecard.passMark().toPlainString(),
                    again.met() == row.met()
                            && again.score().compareTo(row.score()) == 0
                            && again.missed().equals(List.of(row.missed())),
                    scorecard.criteria().stream()
                            .filter(criterion -> criterion.isFor(facts.industry(), facts.category()))
                            .map(criterion -> CriterionView.of(criterion, facts))
                            .toList(),
                    Documents.members(row.inputs()));
        }
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
                    List.of(row.missed()).stream()
                            .map(place -> scorecard.criteria().get(place).reason())
                            .toList(),
                    row.state().code(),
                    row.state().title().in(language));
        }
    }
}
