package org.tongban.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Passwords;
import org.tongban.core.task.TestJobs;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Faults;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Jobs are listed, cancelled and retried, and go on when their node died (CO-75). */
@TongbanTest
@Tag("CO-75")
class JobsTest {
    private static final String JOBS = "/api/platform/v1/jobs";
    private static final String HENAN = "410000";

    private final Tongban tongban;
    private final TestJobs jobs;

    JobsTest(Tongban tongban) {
        this.tongban = tongban;
        this.jobs = new TestJobs(tongban);
    }

    @Test
    @Tag("CO-28")
    void lists_to_each_their_own_jobs_and_to_operators_those_of_their_region() {
        var writer = People.writer(tongban);
        var own = jobs.queued(writer.account(), HENAN);
        var other = jobs.queued(People.writer(tongban).account(), null);
        assertThat(ids(writer.api().get(JOBS))).containsExactly(own.toString());
        assertThat(ids(tongban.as("admin").get(JOBS + "?type=" + TestJobs.TYPE + "&limit=100")))
                .contains(own.toString(), other.toString());
        assertThat(ids(operator(HENAN).get(JOBS + "?limit=100")))
                .contains(own.toString())
                .doesNotContain(other.toString());
        assertThat(operator(HENAN).get(JOBS + "/" + other).status()).isEqualTo(404);
        assertThat(ids(tongban.as("reviewer").get(JOBS))).doesNotContain(own.toString());
        assertThat(tongban.anonymous().get(JOBS).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-11")
    void lists_by_type_and_state_page_by_page() {
        var writer = People.writer(tongban);
        var first = jobs.queued(writer.account(), null);
        var second = jobs.queued(writer.account(), null);
        jobs.finish(first);
        assertThat(ids(writer.api().get(JOBS + "?state=done"))).containsExactly(first.toString());
        assertThat(ids(writer.api().get(JOBS + "?type=trial.counting"))).isEmpty();
        var page = writer.api().get(JOBS + "?limit=1");
        assertThat(ids(page)).containsExactly(second.toString());
        var next = writer.api()
                .get(JOBS + "?limit=1&cursor=" + page.json().path("nextCursor").asText());
        assertThat(ids(next)).containsExactly(first.toString());
        var back = writer.api()
                .get(JOBS + "?limit=1&cursor=" + next.json().path("prevCursor").asText());
        assertThat(ids(back)).containsExactly(second.toString());
        assertThat(writer.api().get(JOBS + "?state=lost").status()).isEqualTo(400);
    }

    @Test
    @Tag("CO-55")
    void a_cancelled_job_takes_no_further_step_and_keeps_what_it_did() {
        var faults = tongban.context().getBean(Faults.class);
        var writer = People.writer(tongban);
        try {
            faults.plan("trial.counting/2", 1_000);
            var job = writer.api().post(Notes.PATH + "/countings").header("Location");
            await().until(() -> writer.api().get(job).json().path("done").asInt() == 1);
            assertThat(People.writer(tongban).api().post(job + "/cancel").status())
                    .isEqualTo(404);
            var cancelled = writer.api().post(job + "/cancel");
            assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
            assertThat(cancelled.json().path("state").asText()).isEqualTo("cancelled");
            var id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
            assertThat(Rows.of(tongban, "select at from trial.turn where job = ? order by id", id))
                    .extracting(row -> row.get("at"))
                    .containsExactly(1L, -1L);
            assertThat(Rows.of(tongban, "select action from core.audit_record where subject_id = ?", id))
                    .extracting(row -> row.get("action"))
                    .contains("platform.job.cancel");
            assertRefused(writer.api().post(job + "/cancel"), "job-over");
            assertRefused(writer.api().post(job + "/retry"), "job-not-retryable");
        } finally {
            faults.plan("trial.counting/2", 0);
        }
    }

    @Test
    @Tag("CO-55")
    void a_job_that_was_given_up_goes_on_from_its_cursor_when_it_is_retried() {
        var id = jobs.queued("trial.counting", null, null);
        jobs.advance(id);
        jobs.giveUp(id);
        var admin = tongban.as("admin");
        assertThat(admin.get(JOBS + "/" + id).json().path("failure").asText()).isEqualTo("失败");
        var retried = admin.post(JOBS + "/" + id + "/retry");
        assertThat(retried.status()).as(retried.toString()).isEqualTo(200);
        awaitDone(admin, id);
        assertThat(turns(id)).containsExactly(2L, 3L);
        assertThat(Rows.of(tongban, "select action from core.audit_record where subject_id = ?", id))
                .extracting(row -> row.get("action"))
                .contains("platform.job.retry");
        assertRefused(admin.post(JOBS + "/" + id + "/retry"), "job-not-retryable");
    }

    @Test
    @Tag("CO-82")
    void a_job_whose_node_died_within_a_step_goes_on_with_another() {
        var id = jobs.queued("trial.counting", null, null);
        jobs.advance(id);
        jobs.leaveToDeadNode(id);
        awaitDone(tongban.as("admin"), id);
        assertThat(turns(id)).containsExactly(2L, 3L);
    }

    private List<Object> turns(UUID job) {
        return Rows.of(tongban, "select at from trial.turn where job = ? order by id", job).stream()
                .map(row -> row.get("at"))
                .toList();
    }

    private static void awaitDone(Api api, UUID job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        api.get(JOBS + "/" + job).json().path("state").asText().equals("done"));
    }

    /** An administrator bound to a region. */
    private Api operator(@Nullable String region) {
        var login = "o" + UUID.randomUUID().toString().replace("-", "");
        var hash = tongban.context().getBean(Passwords.class).hash(People.PASSWORD);
        tongban.context()
                .getBean(Accounts.class)
                .create(new NewAccount(
                        "staff", login, hash, false, null, null, null, region, Set.of("platform-administrator")));
        var session = People.signIn(tongban, "staff", login, People.PASSWORD);
        return tongban.withToken(session.json().path("accessToken").asText());
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
