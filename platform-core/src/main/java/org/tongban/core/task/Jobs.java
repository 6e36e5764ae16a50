package org.tongban.core.task;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;

/** Starts and shows jobs, in the transaction under way: a job begins when that commits, and never was if it does not. */
@Singleton
public class Jobs {
    private final JobRepository jobs;
    /** Asked for late: the bodies that it runs may start jobs themselves. */
    private final BeanProvider<TaskScheduler> scheduler;

    private final OrganisationDirectory organisations;
    private final DatabaseClock clock;

    Jobs(
            JobRepository jobs,
            BeanProvider<TaskScheduler> scheduler,
            OrganisationDirectory organisations,
            DatabaseClock clock) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Starts a job, or joins the one of this type and key that is not over (PF-20).
     *
     * @param type a declared {@link JobType}'s id
     * @param dedupKey what two starts must share to be the same work; null where each start is its own
     * @param caller who may look at the job from now on
     */
    public Job start(String type, Map<String, String> parameters, @Nullable String dedupKey, Caller caller) {
        return start(type, parameters, dedupKey, caller.account(), region(caller));
    }

    /** Starts or joins a job on the platform's own account: only operators may look at it. */
    public Job start(String type, Map<String, String> parameters, @Nullable String dedupKey) {
        return start(type, parameters, dedupKey, null, null);
    }

    /** The job as it stands. */
    public Optional<Job> find(UUID id) {
        return jobs.find(id);
    }

    /** The province that a caller's work belongs to: that of its organisation, or the one that it is bound to as staff. */
    private @Nullable String region(Caller caller) {
        return Optional.ofNullable(caller.organisation())
                .flatMap(organisations::find)
                .map(Organisation::region)
                .orElse(caller.region());
    }

    private Job start(
            String type,
            Map<String, String> parameters,
            @Nullable String dedupKey,
            @Nullable UUID account,
            @Nullable String region) {
        scheduler.get().requireJob(type);
        var id = Ids.next();
        var added = jobs.add(id, type, parameters, dedupKey, account, region, clock.now());
        var job = added || dedupKey == null ? jobs.find(id) : jobs.findOpen(type, dedupKey);
        // The other start's job ended between the two statements: there is room for this one now.
        if (job.isEmpty()) {
            return start(type, parameters, dedupKey, account, region);
        }
        if (account != null) {
            jobs.addViewer(job.get().id(), account);
        }
        if (added) {
            scheduler.get().enqueue(id);
        }
        return job.get();
    }
}
