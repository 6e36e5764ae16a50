package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.ProblemsTest.assertProblem;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Elsewhere;
import org.tongban.trial.Faults;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A write that asks elsewhere heeds its key like any other, and holds no connection while it asks (CO-12). */
@TongbanTest
@Tag("CO-12")
class TwoPhasesTest {
    private static final String KEY = "Idempotency-Key";
    private static final String PATH = Notes.PATH + "/asked";
    private static final String NOTES = "select id from trial.note where owner = ?";
    private static final String PENDING =
            "select count(*) from core.idempotency_key where caller = ? and status is null";

    private final Tongban tongban;
    private final Elsewhere elsewhere;
    private final People.Person writer;
    private final Api keyed;

    TwoPhasesTest(Tongban tongban) {
        this.tongban = tongban;
        this.elsewhere = tongban.context().getBean(Elsewhere.class);
        this.writer = People.writer(tongban);
        this.keyed = writer.api().with(KEY, "once");
    }

    private static String name() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    /** Sends a note whose asking is held up, and waits until it asks. */
    private Future<Answer> asking(ExecutorService threads, String name) {
        elsewhere.hold(name);
        var first = threads.submit(() -> keyed.post(PATH, Notes.body(name)));
        await().until(() -> elsewhere.asked(name) == 1);
        return first;
    }

    private long notes() {
        return Rows.of(tongban, NOTES, writer.account()).size();
    }

    @Test
    @Tag("RL-1")
    void of_twenty_parallel_posts_with_one_key_one_asks_and_all_get_its_answer() throws Exception {
        var name = name();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = asking(threads, name);
            Callable<Answer> repeat = () -> keyed.post(PATH, Notes.body(name));
            var repeats = Collections.nCopies(19, repeat).stream()
                    .map(threads::submit)
                    .toList();
            // The pool may have one connection, and everybody waits: others are served all the same.
            IntStream.range(0, 20)
                    .forEach(i ->
                            assertThat(writer.api().get(Notes.PATH).status()).isEqualTo(200));
            assertThat(Rows.count(tongban, PENDING, writer.account())).isEqualTo(1);
            elsewhere.answer(name);
            assertThat(first.get().status()).as(first.get().toString()).isEqualTo(201);
            for (var answer : repeats) {
                assertThat(answer.get().body()).isEqualTo(first.get().body());
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().header("Location"))
                        .isEqualTo(first.get().header("Location"));
            }
        }
        assertThat(elsewhere.asked(name)).isEqualTo(1);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_is_refused_while_the_first_is_under_way_and_after() throws Exception {
        var name = name();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = asking(threads, name);
            assertProblem(keyed.post(PATH, Notes.body("b")), 422, "idempotency-key-reused", PATH);
            elsewhere.answer(name);
            assertThat(first.get().status()).isEqualTo(201);
        }
        assertProblem(keyed.post(PATH, Notes.body("b")), 422, "idempotency-key-reused", PATH);
    }

    @Test
    void a_refused_request_gives_its_key_back() {
        assertThat(keyed.post(PATH, Api.json("{}")).status()).isEqualTo(400);
        tongban.context().getBean(Faults.class).plan("trial.asking", 1);
        assertThat(keyed.post(PATH, Notes.body("a")).status()).isEqualTo(500);
        assertThat(Rows.count(tongban, PENDING, writer.account())).isZero();
        assertThat(keyed.post(PATH, Notes.body("a")).status()).isEqualTo(201);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void without_a_key_each_post_writes() {
        assertThat(writer.api().post(PATH, Notes.body("a")).status()).isEqualTo(201);
        assertThat(writer.api().post(PATH, Notes.body("a")).status()).isEqualTo(201);
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    @Tag("CO-83c")
    void a_repeat_takes_over_from_a_request_that_died() {
        var first = keyed.post(PATH, Notes.body("a"));
        killed("clock_timestamp() + interval '1 second'");
        var again = keyed.post(PATH, Notes.body("a"));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(keyed.post(PATH, Notes.body("a")).body()).isEqualTo(again.body());
    }

    @Test
    @Tag("CO-83c")
    void the_claim_of_a_request_that_died_is_swept() {
        keyed.post(PATH, Notes.body("a"));
        killed("clock_timestamp()");
        assertThat(Rows.count(tongban, PENDING, writer.account())).isEqualTo(1);
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.forget-answers"))
                .forEach(TaskBody::run);
        assertThat(Rows.count(tongban, PENDING, writer.account())).isZero();
    }

    /** Leaves the key as a node that was killed before its outcome does. */
    private void killed(String leasedUntil) {
        assertThat(Rows.of(
                        tongban,
                        "update core.idempotency_key set status = null, body = null, leased_until = " + leasedUntil
                                + " where caller = ? returning key",
                        writer.account()))
                .hasSize(1);
    }

    @Test
    void who_has_lost_the_key_writes_nothing() throws Exception {
        var name = name();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = asking(threads, name);
            Rows.of(tongban, "delete from core.idempotency_key where caller = ? returning key", writer.account());
            elsewhere.answer(name);
            assertProblem(first.get(), 503, "first-under-way", PATH);
        }
        assertThat(notes()).isZero();
        assertThat(keyed.post(PATH, Notes.body(name)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from core.idempotency_key where caller = ? and status is null returning key",
                // As a node that died leaves it: nobody renews the claim.
                "update core.idempotency_key set claim = gen_random_uuid(), leased_until = clock_timestamp()"
                        + " where caller = ? and status is null returning key"
            })
    @Tag("CO-83c")
    void who_waits_takes_a_key_over_that_is_gone_or_lapsed(String loss) throws Exception {
        var name = name();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = asking(threads, name);
            var second = threads.submit(() -> keyed.post(PATH, Notes.body(name)));
            assertThat(Rows.of(tongban, loss, writer.account())).hasSize(1);
            await().until(() -> elsewhere.asked(name) == 2);
            elsewhere.answer(name);
            assertProblem(first.get(), 503, "first-under-way", PATH);
            assertThat(second.get().status()).as(second.get().toString()).isEqualTo(201);
        }
        assertThat(notes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"twice, 1", "inside, 0", "unrecorded, 0"})
    @Tag("CO-55")
    void a_second_phase_is_one_transaction_with_its_record(String misuse, long written) {
        assertThat(writer.api().post("/api/trial/v1/misuses/" + misuse).status())
                .isEqualTo(500);
        assertThat(notes()).isEqualTo(written);
    }
}
