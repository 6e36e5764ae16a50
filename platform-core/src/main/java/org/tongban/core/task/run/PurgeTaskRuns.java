package org.tongban.core.task.run;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Forgets runs of tasks that are long over. */
@Singleton
class PurgeTaskRuns implements TaskBody {
    private static final int AT_ONCE = 1_000;

    private final TaskRunRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final int keptDays;

    PurgeTaskRuns(
            TaskRunRepository repository,
            Transactions transactions,
            DatabaseClock clock,
            @Value("${platform.tasks.kept-days:90}") int keptDays) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    @Override
    public String task() {
        return "platform.purge-task-runs";
    }

    @Override
    public void run() {
        var before = clock.now().minus(Duration.ofDays(keptDays));
        int gone;
        do {
            gone = transactions.write(() -> repository.deleteBefore(before, AT_ONCE));
        } while (gone == AT_ONCE);
    }
}
