package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.round.Rounds;
import org.tongban.filing.scorecard.Scorecards;

/** Starts the measuring of a round's candidates by a version of its scorecard, dry or real (PF-50). */
@Singleton
class StartRun {
    private final RunRepository runs;
    private final Scorecards scorecards;
    private final Rounds rounds;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final BusinessClock clock;

    StartRun(
            RunRepository runs,
            Scorecards scorecards,
            Rounds rounds,
            Jobs jobs,
            AuditTrail audit,
            BusinessClock clock) {
        this.runs = runs;
        this.scorecards = scorecards;
        this.rounds = rounds;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** A run with the job that measures. */
    record Started(Run run, Job job) {}

    Started start(Caller caller, int year, UUID scorecard, boolean dry) {
        rounds.begin(year);
        var criteria = scorecards
                .find(scorecard)
                .filter(found -> found.year() == year)
                .orElseThrow(() -> DomainException.of(
                        CoreError.INVALID_INPUT,
                        List.of(new Violation(
                                "/scorecard",
                                "unknown-scorecard",
                                new Title("本年度没有这份评价表", "The round has no such scorecard")))))
                .criteria();
        var missed = new Long[criteria.size()];
        Arrays.fill(missed, 0L);
        var run = new Run(
                Ids.next(),
                year,
                scorecard,
                dry,
                clock.today(),
                0,
                0,
                0,
                missed,
                "",
                caller.account(),
                clock.now(),
                null,
                1);
        runs.add(run);
        var id = run.id().toString();
        var job = jobs.start(ProductFilingModule.MEASURING, Map.of(MeasureCandidates.RUN, id), id, caller);
        audit.record(RunViews.RECORD, run.id(), Map.of("round", year, "scorecard", scorecard.toString(), "dry", dry));
        return new Started(run, job);
    }
}
