package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;

/** Has all candidates decided on as a run found them, which staff have looked at (PF-50). */
@Singleton
class StartDeciding {
    private final RunRepository runs;
    private final Jobs jobs;
    private final AuditTrail audit;

    StartDeciding(RunRepository runs, Jobs jobs, AuditTrail audit) {
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @throws DomainException {@code run-not-decisive} for one that is dry, not finished, or followed by a later one */
    Job start(Caller caller, UUID id) {
        var run = runs.lock(id).orElseThrow();
        if (!runs.latest(run.year()).equals(Optional.of(id))) {
            throw DomainException.of(FilingError.RUN_NOT_DECISIVE);
        }
        var job = jobs.start(
                ProductFilingModule.DECIDING,
                Map.of(
                        ApplyRun.RUN,
                        id.toString(),
                        ApplyRun.OFFICER,
                        caller.account().toString()),
                id.toString(),
                caller);
        audit.record(RunViews.RECORD, id, Map.of("round", run.year(), "met", run.met()));
        return job;
    }
}
