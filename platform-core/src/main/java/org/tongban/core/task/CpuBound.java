package org.tongban.core.task;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tongban.core.web.DomainException;

/**
 * Runs work that keeps a processor busy — password hashes, PDF, pictures, spreadsheets — on platform threads, one for each
 * processor, so that requests on virtual threads go on (CO-88). Thread-safe. Call it with no transaction open.
 */
@Singleton
public class CpuBound {
    private final ThreadPoolExecutor executor;

    @Inject
    CpuBound(@Value("${platform.cpu-bound.queue:128}") int queue) {
        this(Runtime.getRuntime().availableProcessors(), queue);
    }

    /** An executor with as many threads, and as many waiting pieces of work, as are given. */
    public CpuBound(int threads, int queue) {
        executor = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().daemon().name("cpu-bound-", 0).factory());
    }

    /** Does the work and waits for it; {@link TaskError#OVERLOADED} at once where too much is waiting already. */
    public <T> T run(Callable<T> work) {
        try {
            var future = executor.submit(work);
            try {
                return future.get();
            } catch (InterruptedException e) {
                future.cancel(true);
                Thread.currentThread().interrupt();
                throw DomainException.of(TaskError.OVERLOADED);
            }
        } catch (RejectedExecutionException | CancellationException e) {
            throw DomainException.of(TaskError.OVERLOADED);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** How many pieces of work have not begun. */
    int waiting() {
        return executor.getQueue().size();
    }

    @PreDestroy
    void stop() {
        // Who waits for work that never began would wait for ever.
        for (var waiting : executor.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }
}
