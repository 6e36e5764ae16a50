package org.tongban.core.task.operate;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.task.TaskError;
import org.tongban.core.task.TaskScheduler;
import org.tongban.core.task.operate.TaskViews.RunView;
import org.tongban.core.task.operate.TaskViews.View;
import org.tongban.core.task.run.TaskRecords;
import org.tongban.core.task.run.TaskRun;
import org.tongban.core.task.run.TaskStanding;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** Shows operators what tasks do, and has one run at once (CO-48). */
@Controller("/api/platform/v1/tasks")
class TaskController {
    private final ModuleRegistry modules;
    private final TaskRecords records;
    private final TaskScheduler scheduler;
    private final TaskOwnership ownership;

    TaskController(ModuleRegistry modules, TaskRecords records, TaskScheduler scheduler, TaskOwnership ownership) {
        this.modules = modules;
        this.records = records;
        this.scheduler = scheduler;
        this.ownership = ownership;
    }

    /** All tasks, with their last run, next run and last error; none for a region's staff. */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get
    PageOf<View> listTasks(Caller caller, @Parameter(hidden = true) Language language) {
        var tasks =
                caller.reaches(null) ? modules.<TaskDeclaration>all(PlatformModule::tasks) : List.<TaskDeclaration>of();
        var standing =
                records.standing(tasks).stream().collect(Collectors.toMap(TaskStanding::taskName, Function.identity()));
        return new PageOf<>(
                tasks.stream()
                        .map(task -> View.of(
                                task,
                                standing.get(task.id()),
                                records.last(task.id()).orElse(null),
                                language))
                        .toList(),
                null,
                null);
    }

    /**
     * The runs of a task, newest first; of one that comes each second those that failed.
     *
     * @param outcome those alone that came out so
     */
    @Permitted(CoreModule.OPERATE)
    @Read(owner = TaskOwnership.class)
    @Get("/{id}/runs")
    PageOf<RunView> listTaskRuns(
            @Schema(maxLength = 100) String id,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"running", "done", "failed", "stopped"})
                    String outcome,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> records.beside(id, outcome, edge, most, false),
                (edge, most) -> records.beside(id, outcome, edge, most, true),
                TaskRun::id,
                RunView::of);
    }

    /** Has a task run at once; a daily one for today, once a day. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.task.run", owner = TaskOwnership.class)
    @Post("/{id}/run-now")
    @Refuses({"task-running", "task-done"})
    HttpResponse<View> runTask(@Schema(maxLength = 100) String id, @Parameter(hidden = true) Language language) {
        var task = ownership.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        switch (scheduler.runNow(task)) {
            case SOON -> {}
            case RUNNING -> throw DomainException.of(TaskError.TASK_RUNNING);
            case DONE -> throw DomainException.of(TaskError.TASK_DONE);
        }
        var standing = records.standing(List.of(task)).stream().findFirst().orElse(null);
        return HttpResponse.ok(View.of(task, standing, records.last(id).orElse(null), language));
    }
}
