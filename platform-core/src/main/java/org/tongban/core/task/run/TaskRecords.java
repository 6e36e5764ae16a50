package org.tongban.core.task.run;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** What is shown of tasks and their runs (CO-48, CO-83c). */
@Singleton
public class TaskRecords {
    private static final Duration LATE = Duration.ofMinutes(5);

    private final TaskRunRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;

    TaskRecords(TaskRunRepository repository, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where the tasks stand that have been scheduled. */
    public List<TaskStanding> standing(Collection<TaskDeclaration> tasks) {
        return repository.standing(ids(tasks));
    }

    /** The run of a task that began last, of those in the log. */
    public Optional<TaskRun> last(String task) {
        return repository.last(task);
    }

    /** Runs beside an id, the nearest first. */
    public List<TaskRun> beside(String task, @Nullable String outcome, UUID edge, int most, boolean newer) {
        if (outcome == null) {
            return newer ? repository.above(task, edge, most) : repository.below(task, edge, most);
        }
        return newer ? repository.aboveOf(task, outcome, edge, most) : repository.belowOf(task, outcome, edge, most);
    }

    /** How many of the tasks failed the last time. */
    public long countFailing(Collection<TaskDeclaration> tasks) {
        return transactions.read(() -> repository.countFailing(ids(tasks)));
    }

    /** How many of the tasks should have run five minutes ago. */
    public long countLate(Collection<TaskDeclaration> tasks) {
        return transactions.read(
                () -> repository.countLate(ids(tasks), clock.now().minus(LATE)));
    }

    private static String[] ids(Collection<TaskDeclaration> tasks) {
        return tasks.stream().map(TaskDeclaration::id).toArray(String[]::new);
    }
}
