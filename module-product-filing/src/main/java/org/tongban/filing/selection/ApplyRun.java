package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.form.Documents;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobRejection;
import org.tongban.core.task.JobStep;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.DecideRecognition;
import org.tongban.filing.recognition.DecideRecognition.Refusal;
import org.tongban.filing.recognition.DecideRecognition.Verdict;
import org.tongban.filing.scorecard.Criterion;
import org.tongban.filing.scorecard.Scorecard;
import org.tongban.filing.scorecard.Scorecards;

/**
 * Decides on all candidates as a run found them: into publicity, held for hidden patents, or not met (PF-50). What staff
 * decided meanwhile stays; what cannot be decided so is left and told.
 */
@Singleton
class ApplyRun implements JobBody {
    static final String RUN = "run";
    static final String OFFICER = "officer";

    private static final String AFTER = "after";
    private static final String FIRST = new UUID(0, 0).toString();
    private static final int BATCH = 100;
    private static final int LONGEST_REASON = 500;

    private final RunRepository runs;
    private final Scorecards scorecards;
    private final DecideRecognition decideRecognition;

    ApplyRun(RunRepository runs, Scorecards scorecards, DecideRecognition decideRecognition) {
        this.runs = runs;
        this.scorecards = scorecards;
        this.decideRecognition = decideRecognition;
    }

    @Override
    public String type() {
        return ProductFilingModule.DECIDING;
    }

    @Override
    public JobStep step(Job job) {
        var run = runs.ofId(UUID.fromString(job.parameter(RUN))).orElseThrow();
        var scorecard = scorecards.of(run.scorecard());
        var officer = UUID.fromString(job.parameter(OFFICER));
        var after = UUID.fromString(job.cursor().getOrDefault(AFTER, FIRST));
        // Counted before any is decided, which then is none of them.
        var total = job.cursor().isEmpty() ? runs.countUndecided(run.id()) : 0;
        var results = runs.undecided(run.id(), after, BATCH);
        var verdicts = results.stream()
                .map(result -> new Verdict(result.id(), result.met() ? null : refusal(run, scorecard, result, officer)))
                .toList();
        var undecided = decideRecognition.decide(run.id(), officer, verdicts);
        var left = new ArrayList<JobRejection>();
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            // Another round has it in publicity, its revocation is in review, or it is the officer's own
            // organisation's.
            var refused = undecided.get(result.id());
            if (refused != null) {
                left.add(new JobRejection(
                        job.done() + i + 1,
                        Objects.requireNonNullElse(result.filingNumber(), ""),
                        refused.code().code(),
                        refused.code().title()));
            }
        }
        var step = results.size() < BATCH
                ? JobStep.finished(results.size())
                : JobStep.next(Map.of(AFTER, results.getLast().id().toString()), results.size());
        return (job.cursor().isEmpty() ? step.withTotal(total) : step).rejecting(left);
    }

    private static Refusal refusal(Run run, Scorecard scorecard, ResultRow result, UUID officer) {
        var found = Map.<String, Object>of(
                "scorecard", scorecard.version(),
                "score", result.score().toPlainString(),
                "inputs", Documents.members(result.inputs()));
        return new Refusal(run.id(), officer, reason(scorecard, result), found);
    }

    /** What the unit is told: each criterion that it missed, the hard ones first, then the score. */
    static String reason(Scorecard scorecard, ResultRow result) {
        var missed = Arrays.stream(result.missed())
                .map(place -> scorecard.criteria().get(place))
                .toList();
        var hard = missed.stream().filter(Criterion::hard).map(Criterion::reason);
        var soft = missed.stream().filter(criterion -> !criterion.hard()).map(Criterion::reason);
        var told = Stream.concat(hard, soft).distinct().collect(Collectors.joining("；"));
        var whole = result.score().compareTo(scorecard.passMark()) < 0
                ? told + "（评分" + result.score() + "，合格" + scorecard.passMark().toPlainString() + "）"
                : told;
        return whole.codePointCount(0, whole.length()) > LONGEST_REASON
                ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…"
                : whole;
    }
}
