package org.tongban.filing.selection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
     * @param decisive whether it can be decided by: of those with results it is the last
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

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean decisive,

            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable UUID job) {
        static RunView of(Run run, Scorecard scorecard, boolean decisive, @Nullable UUID job) {
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
                    decisive,
                    run.startedAt(),
                    run.finishedAt(),
                    job);
        }
    }
}
