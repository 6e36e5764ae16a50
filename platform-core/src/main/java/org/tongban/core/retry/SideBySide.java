package org.tongban.core.retry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works items off side by side, those of one key one after the other in their order. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * Returns when all are done, or when the thread is interrupted.
     *
     * @param parallel how many keys are worked on at a time
     * @throws IllegalStateException where the work on an item threw
     */
    public static <T> void work(List<T> items, Function<T, ?> key, int parallel, Consumer<T> work) {
        var queues = items.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        if (queues.isEmpty()) {
            return;
        }
        var turns = new Semaphore(parallel, true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(queues.values().stream()
                    .map(queue -> inTurn(turns, queue, work))
                    .toList());
            for (var one : done) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("what became of an item could not be written down", failed.getCause());
        }
    }

    private static <T> Callable<Boolean> inTurn(Semaphore turns, List<T> queue, Consumer<T> work) {
        return () -> {
            turns.acquire();
            try {
                queue.forEach(work);
                return true;
            } finally {
                turns.release();
            }
        };
    }
}
