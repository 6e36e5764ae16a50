package org.tongban.core.task;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A job is for those who started or joined it, and for operators: of a region those of that region (CO-28). */
@Singleton
class JobOwnership implements Ownership {
    private static final String OPERATE = "platform:operate";

    private final JobRepository jobs;

    JobOwnership(JobRepository jobs) {
        this.jobs = jobs;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return jobs.find(id)
                .filter(job -> operates(caller, id) || jobs.isViewer(id, caller.account()))
                .map(Job::version);
    }

    private boolean operates(Caller caller, UUID job) {
        var region = caller.region();
        return caller.may(OPERATE) && (region == null || jobs.isOfRegion(job, region));
    }
}
