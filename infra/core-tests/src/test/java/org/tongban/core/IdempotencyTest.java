package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.ProblemsTest.assertProblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A repeat gets the first answer, and what has changed since is not overwritten (CO-12). */
@TongbanTest
@Tag("CO-12")
class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";

    @Test
    @Tag("RL-1")
    void of_twenty_parallel_posts_with_one_key_one_writes_and_all_get_its_answer(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                var api = writer.api().with(KEY, UUID.randomUUID().toString());
                var body = Notes.body("round " + round);
                var start = new CountDownLatch(1);
                Callable<Answer> post = () -> {
                    start.await();
                    return api.post(Notes.PATH, body);
                };
                var posts = Collections.nCopies(20, post).stream()
                        .map(threads::submit)
                        .toList();
                start.countDown();
                var answers = new HashSet<String>();
                for (var answer : posts) {
                    var got = answer.get();
                    answers.add(got.status() + got.etag() + got.header("Location") + got.text());
                }
                assertThat(answers).singleElement().asString().startsWith("201");
            }
        }
        assertThat(Rows.of(tongban, "select name from trial.note where owner = ?", writer.account()))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_key_with_another_body_is_refused(Tongban tongban) {
        var api = People.writer(tongban).api().with(KEY, "once");
        assertThat(api.post(Notes.PATH, Notes.body("a")).status()).isEqualTo(201);
        assertProblem(api.post(Notes.PATH, Notes.body("b")), 422, "idempotency-key-reused", Notes.PATH);
    }

    @Test
    @Tag("CO-10b")
    void a_key_with_another_body_is_refused_before_that_body_is_judged(Tongban tongban) {
        var api = People.writer(tongban).api().with(KEY, "once");
        assertThat(api.post(Notes.PATH, Notes.body("a")).status()).isEqualTo(201);
        assertThat(api.post(Notes.PATH, Api.json("{}")).status()).isEqualTo(422);
    }

    @Test
    void a_malformed_key_is_refused(Tongban tongban) {
        var api = People.writer(tongban).api();
        assertProblem(
                api.with(KEY, "a".repeat(65)).post(Notes.PATH, Notes.body("a")),
                400,
                "bad-idempotency-key",
                Notes.PATH);
        assertThat(api.with(KEY, "two words").post(Notes.PATH, Notes.body("a")).code())
                .isEqualTo("bad-idempotency-key");
        assertThat(api.with(KEY, "a".repeat(64))
                        .post(Notes.PATH, Notes.body("a"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_corrected_request_may_use_the_key_of_a_refused_one(Tongban tongban) {
        var api = People.writer(tongban).api().with(KEY, "again");
        assertThat(api.post(Notes.PATH, Api.json("{}")).status()).isEqualTo(400);
        assertThat(api.post(Notes.PATH, Notes.body("a")).status()).isEqualTo(201);
    }

    @Test
    void a_fault_is_never_kept_as_the_answer(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var first = writer.with(KEY, "fails").post(note + "/failure");
        var second = writer.with(KEY, "fails").post(note + "/failure");
        assertThat(first.status()).isEqualTo(500);
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.json().path("traceId")).isNotEqualTo(first.json().path("traceId"));
    }

    @Test
    void a_key_is_the_callers_own(Tongban tongban) {
        var first = People.writer(tongban).api().with(KEY, "shared").post(Notes.PATH, Notes.body("a"));
        var second = People.writer(tongban).api().with(KEY, "shared").post(Notes.PATH, Notes.body("a"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @Test
    void without_a_key_each_post_writes(Tongban tongban) {
        var writer = People.writer(tongban);
        Notes.written(writer.api(), "a");
        Notes.written(writer.api(), "a");
        assertThat(Rows.count(tongban, "select count(*) from trial.note where owner = ?", writer.account()))
                .isEqualTo(2);
    }

    @Test
    void a_save_needs_the_etag_of_the_last_read(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var read = writer.get(note).etag();
        assertThat(writer.put(note, Notes.body("b")).code()).isEqualTo("if-match-required");
        var saved = writer.with("If-Match", read).put(note, Notes.body("b"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.etag()).isNotEqualTo(read).isEqualTo(writer.get(note).etag());
        assertThat(writer.with("If-Match", read).put(note, Notes.body("c")).code())
                .isEqualTo("stale");
        assertThat(writer.get(note).json().path("name").asText()).isEqualTo("b");
    }

    @Test
    void of_parallel_saves_with_one_etag_one_is_kept(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var api = writer.with("If-Match", writer.get(note).etag());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> save = () -> api.put(note, Notes.body("b")).status();
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(Collections.nCopies(10, save))) {
                statuses.add(answer.get());
            }
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status == 412)
                    .hasSize(9);
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var read = writer.get(note).etag();
        var unchanged = writer.with("If-None-Match", read).get(note);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.etag()).isEqualTo(read);
        assertThat(writer.with("If-None-Match", "\"0\"").get(note).status()).isEqualTo(200);
    }

    @Test
    void a_tag_in_a_list_or_weakened_on_its_way_is_known_again(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var read = writer.get(note).etag();
        assertThat(writer.with("If-None-Match", "\"0\", W/" + read).get(note).status())
                .isEqualTo(304);
        assertThat(writer.with("If-Match", "W/" + read)
                        .put(note, Notes.body("b"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-10")
    void what_was_read_in_one_language_does_not_stand_for_the_other(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "a");
        var chinese = writer.get(note);
        assertThat(chinese.header("Vary")).isEqualTo("Accept-Language, Accept-Encoding");
        var english = writer.with("Accept-Language", "en").with("If-None-Match", chinese.etag());
        assertThat(english.get(note).status()).isEqualTo(200);
        assertThat(writer.with("Accept-Language", "en")
                        .with("If-Match", chinese.etag())
                        .put(note, Notes.body("b"))
                        .status())
                .isEqualTo(200);
    }
}
