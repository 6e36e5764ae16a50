package org.tongban.core.task.run;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.retry.Reason;
import org.tongban.core.task.TaskBody;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Runs tasks and writes down what came of it (CO-48). A daily task runs for each business date that it has not done, in
 * their order; a date is done once its run has ended well. The node's own name tells it from others on its machine.
 */
@Singleton
public class TaskRuns {
    /** What comes more often leaves a trace in the log where it fails. */
    private static final Duration OFTEN = Duration.ofMinutes(1);
    /** So many dates, and others have their turn. */
    private static final int DATES_AT_ONCE = 50;

    private final String node = host() + "/" + UUID.randomUUID().toString().substring(0, 8);
    private final TaskRunRepository repository;
    private final Transactions transactions;
    private final BusinessClock business;
    private final DatabaseClock clock;

    TaskRuns(TaskRunRepository repository, Transactions transactions, BusinessClock business, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.business = business;
        this.clock = clock;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }

    /** This node's name. */
    public String node() {
        return node;
    }

    /**
     * Runs a task that is due.
     *
     * @param stopping whether the node is about to stop: then no further date is begun
     */
    public void run(TaskDeclaration task, TaskBody body, BooleanSupplier stopping) {
        var at = task.dailyAt();
        if (at == null) {
            logged(task, null, body::run);
            return;
        }
        transactions.write(() -> {
            repository.begin(task.id(), business.today().minusDays(1));
            return task;
        });
        for (int i = 0; i < DATES_AT_ONCE && !stopping.getAsBoolean(); i++) {
            var daily = transactions.read(() -> repository.daily(task.id())).orElseThrow();
            var next = daily.doneThrough().plusDays(1);
            if (next.isAfter(daily.due(dueByClock(at)))) {
                return;
            }
            logged(task, next, () -> body.runFor(next));
        }
    }

    private LocalDate dueByClock(LocalTime at) {
        var now = business.now().atZone(BusinessClock.ZONE);
        return now.toLocalTime().isBefore(at) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }

    private void logged(TaskDeclaration task, @Nullable LocalDate date, Runnable work) {
        var id = Ids.next();
        var started = clock.now();
        boolean often = task.every().compareTo(OFTEN) < 0;
        if (!often) {
            transactions.write(() -> {
                repository.sweep(task.id(), started);
                repository.add(id, task.id(), date, node, started, null, "running", null);
                return id;
            });
        }
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            var reason = Reason.of(thrown);
            transactions.write(() -> {
                if (often) {
                    repository.add(id, task.id(), date, node, started, clock.now(), "failed", reason);
                } else {
                    repository.end(id, clock.now(), "failed", reason);
                }
                return id;
            });
            throw thrown;
        }
        if (!often) {
            transactions.write(() -> {
                repository.end(id, clock.now(), "done", null);
                return date == null ? 0 : repository.done(task.id(), date.minusDays(1), date);
            });
        }
    }

    /** What asking for a run came to. */
    public enum Asked {
        /** It runs as soon as a node looks. */
        SOON,
        /** It runs already. */
        RUNNING,
        /** It is a daily one and has been done for today. */
        DONE
    }

    /** Has a task run now, a daily one for today if it has not; joins the transaction under way. */
    public Asked ask(TaskDeclaration task) {
        if (task.dailyAt() != null) {
            var today = business.today();
            repository.begin(task.id(), today.minusDays(1));
            if (!repository.daily(task.id()).orElseThrow().doneThrough().isBefore(today)) {
                return Asked.DONE;
            }
            repository.ask(task.id(), today);
        }
        return repository.hasten(task.id(), clock.now()) > 0 ? Asked.SOON : Asked.RUNNING;
    }
}
