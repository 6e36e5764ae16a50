package org.tongban.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.DomainException;

/** Work for a processor is bounded, and nobody waits for what will not be done (CO-88). */
@Tag("CO-88")
class CpuBoundTest {
    @Test
    void stopping_answers_those_whose_work_has_not_begun() throws Exception {
        var cpuBound = new CpuBound(1, 1);
        var began = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = threads.submit(() -> cpuBound.run(() -> {
                began.countDown();
                awaitUninterruptibly(over);
                return "done";
            }));
            began.await();
            var waiting = threads.submit(() -> cpuBound.run(() -> "never"));
            while (cpuBound.waiting() == 0) {
                Thread.onSpinWait();
            }
            cpuBound.stop();
            assertThatThrownBy(waiting::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refused -> assertThat(refused.code()).isEqualTo(TaskError.OVERLOADED));
            over.countDown();
            assertThat(busy.get()).isEqualTo("done");
        } finally {
            over.countDown();
        }
    }

    /** As a password's hash is computed: it heeds no interrupt. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
