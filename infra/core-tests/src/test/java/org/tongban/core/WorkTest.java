package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Faults;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Tasks that come again and jobs that go on (CO-48, CO-75). */
@TongbanTest
class WorkTest {
    private static final String RUNS = "select count(*) from trial.turn where job is null";

    private static String started(Api api) {
        var answer = api.post(Notes.PATH + "/countings");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.header("Location");
    }

    private static void awaitState(Api api, String job, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get(job).json().path("state").asText().equals(state));
    }

    @Test
    @Tag("CO-48")
    void a_declared_task_runs_again_and_again(Tongban tongban) {
        var before = Rows.count(tongban, RUNS);
        await().until(() -> Rows.count(tongban, RUNS) >= before + 2);
        assertThat(Rows.of(
                        tongban, "select last_success from core.scheduled_task where task_name = 'trial.take-turns'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("last_success")).isNotNull());
    }

    @Test
    @Tag("CO-75")
    void a_job_runs_to_its_end_and_shows_how_far_it_is(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var job = started(writer);
        awaitState(writer, job, "done");
        var done = writer.get(job).json();
        assertThat(done.path("done").asInt()).isEqualTo(3);
        assertThat(done.path("total").asInt()).isEqualTo(3);
        assertThat(done.path("rejected").asInt()).isZero();
        assertThat(done.path("finishedAt").asText()).isNotEmpty();
    }

    @Test
    @Tag("CO-75")
    void a_job_whose_step_fails_goes_on_from_where_it_was(Tongban tongban) {
        var faults = tongban.context().getBean(Faults.class);
        faults.plan("trial.counting/2", 1);
        var writer = People.writer(tongban).api();
        var job = started(writer);
        awaitState(writer, job, "done");
        assertThat(faults.left("trial.counting/2")).isLessThanOrEqualTo(0);
        var id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
        assertThat(Rows.of(tongban, "select at from trial.turn where job = ? order by id", id))
                .extracting(row -> row.get("at"))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    @Tag("CO-28")
    @Tag("CO-75")
    void anothers_job_does_not_exist_but_for_operators(Tongban tongban) {
        var job = started(People.writer(tongban).api());
        assertThat(People.writer(tongban).api().get(job).status()).isEqualTo(404);
        assertThat(tongban.as("reviewer").get(job).status()).isEqualTo(404);
        assertThat(tongban.as("admin").get(job).status()).isEqualTo(200);
    }
}
