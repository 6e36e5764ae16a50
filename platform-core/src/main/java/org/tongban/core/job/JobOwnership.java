package org.tongban.core.job;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobRecords;
import org.tongban.core.task.JobRecords.Filter;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A job is for those who started or joined it, and for operators: of a region those of that region (CO-28). */
@Singleton
public class JobOwnership implements Ownership {
    private final JobRecords jobs;

    JobOwnership(JobRecords jobs) {
        this.jobs = jobs;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return jobs.find(id).filter(job -> reaches(caller, id)).map(Job::version);
    }

    /** Whether the job is there for the caller. */
    boolean reaches(Caller caller, UUID id) {
        return operates(caller, id) || jobs.isViewer(id, caller.account());
    }

    /** Those of the caller's jobs that have a type and a state. */
    static Filter filter(Caller caller, @Nullable String type, @Nullable String state) {
        return caller.may(CoreModule.OPERATE)
                ? new Filter(null, caller.region(), type, state)
                : new Filter(caller.account(), null, type, state);
    }

    private boolean operates(Caller caller, UUID job) {
        var region = caller.region();
        return caller.may(CoreModule.OPERATE) && (region == null || jobs.isOfRegion(job, region));
    }
}
