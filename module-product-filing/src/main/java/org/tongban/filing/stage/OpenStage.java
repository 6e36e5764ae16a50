package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tongban.filing.selection.FinishedRuns;
import org.tongban.filing.stage.StageViews.NewStage;

/** Opens a stage of a round, which asks the units of what passed a run for further information (PF-50). */
@Singleton
class OpenStage {
    private final StageRepository stages;
    private final FinishedRuns runs;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final BusinessClock clock;

    OpenStage(StageRepository stages, FinishedRuns runs, Jobs jobs, AuditTrail audit, BusinessClock clock) {
        this.stages = stages;
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** A stage with the job that asks. */
    record Opened(Stage stage, Job job) {}

    Opened open(Caller caller, int year, NewStage wanted) {
        var violations = new ArrayList<Violation>();
        var dueOn = dueOn(wanted.dueOn(), violations);
        if (!runs.isOfRound(wanted.run(), year)) {
            violations.add(new Violation(
                    "/run",
                    "unknown-run",
                    new Title("本年度没有已完成的这次正式测算", "The round has no such run that is real and finished")));
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        var id = Ids.next();
        stages.add(
                id,
                year,
                wanted.run(),
                wanted.title().strip(),
                wanted.request().strip(),
                Objects.requireNonNull(dueOn),
                caller.account(),
                clock.now());
        var job = jobs.start(
                ProductFilingModule.ASKING, Map.of(AskInformation.STAGE, id.toString()), id.toString(), caller);
        audit.record(StageViews.RECORD, id, Map.of("round", year, "dueOn", wanted.dueOn()));
        return new Opened(stages.stage(id).orElseThrow(), job);
    }

    private @Nullable LocalDate dueOn(String text, List<Violation> violations) {
        try {
            var date = LocalDate.parse(text);
            if (!date.isBefore(clock.today())) {
                return date;
            }
            violations.add(new Violation("/dueOn", "past", new Title("日期不得早于今天。", "The day must not be over.")));
        } catch (DateTimeException noSuchDay) {
            violations.add(new Violation("/dueOn", "date", new Title("没有这一天", "There is no such day")));
        }
        return null;
    }
}
