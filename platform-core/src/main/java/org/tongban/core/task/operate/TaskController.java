package org.tongban.core.task.operate;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.task.operate.TaskViews.RunView;
import org.tongban.core.task.operate.TaskViews.View;
import org.tongban.core.web.Caller;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** Shows operators what tasks do, and has one run at once (CO-48). */
@Controller("/api/platform/v1/tasks")
class TaskController {
    private final OperateTasks tasks;

    TaskController(OperateTasks tasks) {
        this.tasks = tasks;
    }

    /** All tasks, with their last run, next run and last error; none for a region's staff. */
    @Permitted(CoreModule.OPERATE)
    @Read
    @Get
    PageOf<View> listTasks(Caller caller, @Parameter(hidden = true) Language language) {
        return new PageOf<>(tasks.all(caller, language), null, null);
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
        return tasks.runs(id, outcome, cursor, limit);
    }

    /** Has a task run at once; a daily one for today, once a day. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.task.run", owner = TaskOwnership.class)
    @Post("/{id}/run-now")
    @Refuses({"task-running", "task-done"})
    HttpResponse<View> runTask(@Schema(maxLength = 100) String id, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(tasks.run(id, language));
    }
}
