package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.round.Rounds;

/** Starts the taking of a round's products, or joins the one under way (PF-50). */
@Singleton
class StartIntake {
    private final Rounds rounds;
    private final Jobs jobs;
    private final AuditTrail audit;

    StartIntake(Rounds rounds, Jobs jobs, AuditTrail audit) {
        this.rounds = rounds;
        this.jobs = jobs;
        this.audit = audit;
    }

    Job start(Caller caller, int year) {
        rounds.begin(year);
        var key = String.valueOf(year);
        var job = jobs.start(ProductFilingModule.INTAKE, Map.of(TakeProducts.YEAR, key), key, caller);
        audit.record("product-filing/intake", job.id(), Map.of("round", year));
        return job;
    }
}
