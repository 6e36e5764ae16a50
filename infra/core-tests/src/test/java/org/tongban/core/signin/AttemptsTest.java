package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.CpuBound;
import org.tongban.core.task.TaskError;
import org.tongban.core.web.DomainException;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Guesses at a password are bounded, and right sign-ins that come together are not (CO-22, RL-8). */
@TongbanTest
@Tag("RL-8")
class AttemptsTest {
    private static final int LIMIT = 5;

    private static int signIn(Tongban tongban, People.Person writer, String password) {
        return People.signIn(tongban, writer.realm(), writer.login(), password).status();
    }

    /** Does the same in parallel and answers what came of each. */
    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < times; i++) {
                futures.add(threads.submit(work));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void twenty_right_sign_ins_at_once_all_succeed(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        assertThat(together(20, () -> signIn(tongban, writer, People.PASSWORD))).containsOnly(201);
    }

    @Test
    void twenty_wrong_guesses_at_once_are_evaluated_no_more_than_five_times(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var statuses = together(20, () -> signIn(tongban, writer, "Other-Island-58"));
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(LIMIT);
    }

    @Test
    @Tag("CO-88")
    void who_finds_too_many_waiting_is_refused_at_once(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var attempts = tongban.context().getBean(Attempts.class);
        var pending = new ArrayList<UUID>();
        for (var i = 0; i < LIMIT; i++) {
            pending.add(admitted(attempts, writer));
        }
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < Attempts.MOST_WAITING + 8; i++) {
                threads.execute(() -> statuses.add(signIn(tongban, writer, People.PASSWORD)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> !statuses.isEmpty());
            assertThat(statuses).containsOnly(503);
            pending.forEach(attempt -> withdrawn(attempts, attempt));
        }
        assertThat(statuses).hasSize(Attempts.MOST_WAITING + 8).contains(201, 503);
    }

    @Test
    @Tag("CO-88")
    void an_attempt_that_could_not_be_evaluated_counts_for_nothing(Tongban tongban) {
        var writer = People.writer(tongban);
        var attempts = tongban.context().getBean(Attempts.class);
        for (var i = 0; i <= LIMIT; i++) {
            withdrawn(attempts, admitted(attempts, writer));
        }
        assertThat(signIn(tongban, writer, People.PASSWORD)).isEqualTo(201);
    }

    private static UUID admitted(Attempts attempts, People.Person writer) {
        return attempts.admit(writer.realm(), writer.login(), null, new Visitor("192.0.2.7", null))
                .attempt();
    }

    private static void withdrawn(Attempts attempts, UUID attempt) {
        assertThatThrownBy(() -> attempts.evaluate(attempt, () -> {
                    throw DomainException.of(TaskError.OVERLOADED);
                }))
                .isInstanceOf(DomainException.class);
    }

    @Test
    @Tag("CO-88")
    void a_sign_in_refused_for_load_leaves_no_attempt_behind(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var cpuBound = tongban.context().getBean(CpuBound.class);
        var over = new CountDownLatch(1);
        var refused = new AtomicInteger();
        var busy = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // First every thread of work is busy, so that nothing leaves the queue; then the queue is filled.
            for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                threads.execute(() -> occupy(cpuBound, busy, over, refused));
            }
            await().until(() -> busy.get() == Runtime.getRuntime().availableProcessors());
            for (var i = 0; i < 200; i++) {
                threads.execute(() -> occupy(cpuBound, busy, over, refused));
            }
            try {
                await().until(() -> refused.get() > 0);
                assertThat(signIn(tongban, writer, People.PASSWORD)).isEqualTo(503);
                assertThat(Rows.count(tongban, "select count(*) from core.sign_in_attempt where outcome = 'pending'"))
                        .isZero();
            } finally {
                over.countDown();
            }
        }
    }

    private static void occupy(CpuBound cpuBound, AtomicInteger busy, CountDownLatch over, AtomicInteger refused) {
        try {
            cpuBound.run(() -> {
                busy.incrementAndGet();
                over.await();
                return over;
            });
        } catch (DomainException overloaded) {
            refused.incrementAndGet();
        }
    }
}
