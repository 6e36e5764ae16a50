package org.tongban.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many requests let go at the same moment. */
final class Burst {
    private Burst() {}

    /** What came of each, in their order. */
    static <T> List<T> of(List<? extends Callable<T>> requests) throws InterruptedException {
        var begin = new CountDownLatch(1);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<T>>();
            for (var request : requests) {
                sent.add(senders.submit(() -> {
                    begin.await();
                    return request.call();
                }));
            }
            begin.countDown();
            var results = new ArrayList<T>();
            for (var one : sent) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
