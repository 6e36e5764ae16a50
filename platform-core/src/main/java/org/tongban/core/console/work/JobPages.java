package org.tongban.core.console.work;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.job.JobLists;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobRecords;
import org.tongban.core.task.JobState;
import org.tongban.core.task.JobType;
import org.tongban.core.task.JobView;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/** Makes the pages of jobs, whatever their types (CO-47b, CO-75). */
@Singleton
class JobPages {
    private static final Set<String> DONE = Set.of("job-cancel", "job-retry");
    private static final Set<String> STATES =
            Stream.of(JobState.values()).map(JobState::code).collect(Collectors.toUnmodifiableSet());

    private final ConsolePages pages;
    private final JobLists lists;
    private final JobRecords records;
    private final Transactions transactions;
    private final List<JobType> types;

    JobPages(
            ConsolePages pages, JobLists lists, JobRecords records, Transactions transactions, ModuleRegistry modules) {
        this.pages = pages;
        this.lists = lists;
        this.records = records;
        this.transactions = transactions;
        this.types = modules.all(PlatformModule::jobs);
    }

    Page list(HttpRequest<?> request, Caller caller) {
        var address = PageAddress.of(request);
        var type = address.value("type");
        var state = address.value("state");
        var found = transactions.connected(() -> lists.page(
                caller,
                type.isEmpty() ? null : type,
                STATES.contains(state) ? state : null,
                Lists.cursor(address),
                Lists.ROWS,
                address.language()));
        var empty = new Empty(text(address, "jobs.empty"), List.of(text(address, "jobs.empty.1")));
        var shown = new WorkShown.JobList(
                JobsController.PATH,
                address.to(JobsController.PATH),
                address.lang().isEmpty() ? List.of() : List.of(new Hidden("lang", address.lang())),
                List.of(types(address, type), states(address, state)),
                found.items().stream().map(job -> row(address, job)).toList(),
                found.items().isEmpty() ? empty : null,
                Lists.pager(address, JobsController.PATH, found));
        return pages.page(request, "jobs", text(address, "jobs.title"), List.of(), shown);
    }

    private Control types(PageAddress address, String chosen) {
        var options = new ArrayList<Option>();
        options.add(new Option("", text(address, "filter.all"), chosen.isEmpty()));
        types.forEach(type -> options.add(new Option(
                type.id(), type.title().in(address.language()), type.id().equals(chosen))));
        return new Control("type", "type", text(address, "jobs.type"), "", options);
    }

    private Control states(PageAddress address, String chosen) {
        var options = new ArrayList<Option>();
        options.add(new Option("", text(address, "filter.all"), chosen.isEmpty()));
        for (var state : JobState.values()) {
            options.add(new Option(
                    state.code(),
                    text(address, "job-state." + state.code()),
                    state.code().equals(chosen)));
        }
        return new Control("state", "state", text(address, "jobs.state"), "", options);
    }

    Page one(HttpRequest<?> request, UUID id, Faults faults) {
        var address = PageAddress.of(request);
        var shown = transactions.connected(() -> shown(address, id, faults));
        var above = List.of(new Crumb(text(address, "jobs.title"), address.to(JobsController.PATH)));
        return pages.page(request, "job", shown.job().title(), above, shown);
    }

    private WorkShown.JobPage shown(PageAddress address, UUID id, Faults faults) {
        var job = records.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var path = JobsController.PATH + "/" + id;
        var left = lists.rejections(id, Lists.cursor(address), Lists.ROWS, address.language());
        return new WorkShown.JobPage(
                row(address, JobView.of(job, List.of(), address.language())),
                faults.summary(text(address, "jobs.failed")),
                done(address),
                address.to(path),
                job.state().isOver() ? "" : address.to(path + "/cancel"),
                mayBeRetried(job) ? address.to(path + "/retry") : "",
                left.items().stream()
                        .map(one -> new WorkShown.Rejection(one.line(), one.content(), one.message()))
                        .toList(),
                job.rejected() == 0 ? "" : address.to(path + "/rejections.csv"),
                Lists.pager(address, path, left));
    }

    private static boolean mayBeRetried(Job job) {
        return switch (job.state()) {
            case FAILED -> true;
            case QUEUED, RUNNING, DONE, CANCELLED -> false;
        };
    }

    private @Nullable Notice done(PageAddress address) {
        var done = address.value("done");
        return DONE.contains(done) ? new Notice("info", text(address, "done." + done)) : null;
    }

    private WorkShown.JobRow row(PageAddress address, JobView job) {
        var language = address.language();
        var total = job.total();
        var title = types.stream()
                .filter(type -> type.id().equals(job.type()))
                .map(JobType::title)
                .findFirst()
                .orElseGet(() -> new Title(job.type(), job.type()));
        return new WorkShown.JobRow(
                address.to(JobsController.PATH + "/" + job.id()),
                job.id().toString(),
                title.in(language),
                new StateTag(job.state(), text(address, "job-state." + job.state())),
                total == null
                        ? pages.text(address, "jobs.progress.open", job.done())
                        : pages.text(address, "jobs.progress", job.done(), total),
                job.done(),
                total == null ? 0 : total,
                job.rejected(),
                Dates.of(job.createdAt(), language),
                date(address, job.startedAt()),
                date(address, job.finishedAt()),
                job.failure() == null ? "" : job.failure());
    }

    private static String date(PageAddress address, @Nullable Instant moment) {
        return moment == null ? "" : Dates.of(moment, address.language());
    }

    private String text(PageAddress address, String key) {
        return pages.text(address, key);
    }

    /** Leads back to the job and says there what was done. */
    static Map<String, String> done(String what) {
        return Map.of("done", what);
    }
}
