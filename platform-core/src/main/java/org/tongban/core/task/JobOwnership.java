package org.tongban.core.task;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A job is for those who started or joined it, and for operators. */
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
                .filter(job -> caller.may(OPERATE) || jobs.isViewer(id, caller.account()))
                .map(Job::version);
    }
}
