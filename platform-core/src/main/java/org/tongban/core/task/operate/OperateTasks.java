package org.tongban.core.task.operate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** One of them. */
    public View one(String id, Language language) {
        return shown(found(id), language);
    }

    /**
     * The runs of a task, newest first.
     *
     * @param outcome those alone that came out so; null for all
     */
    public PageOf<RunView> runs(String id, @Nullable String outcome, @Nullable String cursor, int limit) {
        return Keyset.page(
                Keyset.place(cursor, "runs of " + id + " " + outcome),
                limit,
                (edge, most) -> records.beside(id, outcome, edge, most, false),
                (edge, most) -> records.beside(id, outcome, edge, most, true),
                TaskRun::id,
                RunView::of);
    }

    /**
     * Has a task run at once; a daily one for today, once a day.
     *
     * @throws DomainException {@link TaskError#TASK_RUNNING} while it runs, {@link TaskError#TASK_DONE} once it has
     */
    public View run(String id, Language language) {
        var task = found(id);
        switch (scheduler.runNow(task)) {
            case SOON -> {}
            case RUNNING -> throw DomainException.of(TaskError.TASK_RUNNING);
            case DONE -> throw DomainException.of(TaskError.TASK_DONE);
        }
        return shown(task, language);
    }

    private TaskDeclaration found(String id) {
        return ownership.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private View shown(TaskDeclaration task, Language language) {
        var standing = records.standing(List.of(task)).stream().findFirst().orElse(null);
        return View.of(task, standing, records.last(task.id()).orElse(null), language);
    }
}
