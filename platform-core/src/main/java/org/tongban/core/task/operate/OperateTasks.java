package org.tongban.core.task.operate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.task.TaskError;
import org.tongban.core.task.TaskScheduler;
import org.tongban.core.task.operate.TaskViews.View;
import org.tongban.core.task.run.TaskRecords;
import org.tongban.core.task.run.TaskStanding;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Shows what tasks do and has one run at once, for the API and for the console (CO-48). */
@Singleton
public class OperateTasks {
    private final ModuleRegistry modules;
    private final TaskRecords records;
    private final TaskScheduler scheduler;
    private final TaskOwnership ownership;

    OperateTasks(ModuleRegistry modules, TaskRecords records, TaskScheduler scheduler, TaskOwnership ownership) {
        this.modules = modules;
        this.records = records;
        this.scheduler = scheduler;
        this.ownership = ownership;
    }

    /** All tasks, with their last run, next run and last error; none for a region's staff (CO-28). */
    public List<View> all(Caller caller, Language language) {
        var tasks =
                caller.reaches(null) ? modules.<TaskDeclaration>all(PlatformModule::tasks) : List.<TaskDeclaration>of();
        var standing =
                records.standing(tasks).stream().collect(Collectors.toMap(TaskStanding::taskName, Function.identity()));
        return tasks.stream()
                .map(task -> View.of(
                        task, standing.get(task.id()), records.last(task.id()).orElse(null), language))
                .toList();
    }

    /**
     * Has a task run at once; a daily one for today, once a day.
     *
     * @throws DomainException {@link TaskError#TASK_RUNNING} while it runs, {@link TaskError#TASK_DONE} once it has
     */
    public View run(String id, Language language) {
        var task = ownership.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        switch (scheduler.runNow(task)) {
            case SOON -> {}
            case RUNNING -> throw DomainException.of(TaskError.TASK_RUNNING);
            case DONE -> throw DomainException.of(TaskError.TASK_DONE);
        }
        var standing = records.standing(List.of(task)).stream().findFirst().orElse(null);
        return View.of(task, standing, records.last(id).orElse(null), language);
    }
}
