package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.task.TestJobs;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Jobs and messages that did not arrive, in the console (CO-41, CO-47b, CO-75). */
@TongbanTest
@Tag("CO-47b")
class ConsoleWorkTest {
    private static final String JOBS = "/console/jobs";
    private static final String MESSAGES = "/console/messages";
    private static final String TASKS = "/console/tasks";
    private static final String EVENTS = "/console/events";
    private static final String OPERATOR = "platform-administrator";

    private final Tongban tongban;
    private final TestJobs jobs;

    ConsoleWorkTest(Tongban tongban) {
        this.tongban = tongban;
        this.jobs = new TestJobs(tongban);
    }

    @Test
    @Tag("CO-75")
    void jobs_are_listed_with_their_progress_and_what_they_left_out() {
        var id = jobs.queued(People.writer(tongban).account(), "630000");
        jobs.reject(id, List.of("<first>", "second"));
        var operator = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(operator.get(JOBS).text()).contains(JOBS + "/" + id, "排队");
        assertThat(operator.get(JOBS + "?state=done").text()).doesNotContain(id.toString());
        assertThat(operator.get(JOBS + "?type=trial.counting").text())
                .contains("计数")
                .doesNotContain(id.toString());
        assertThat(operator.get(JOBS + "/" + id).text()).contains("&lt;first&gt;", "second", "rejections.csv");
        var csv = operator.get(JOBS + "/" + id + "/rejections.csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).contains("second");
        var reviewer = Browsers.of(tongban, People.staff(tongban, TrialModule.REVIEWER));
        assertThat(reviewer.get(JOBS).text()).doesNotContain(id.toString());
        assertThat(reviewer.get(JOBS + "/" + id).status()).isEqualTo(404);
        assertThat(reviewer.post(JOBS + "/" + id + "/cancel", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-75")
    void a_job_is_cancelled_once_and_one_given_up_goes_on() {
        var operator = Browsers.of(tongban, People.staffOf(tongban, "640000", OPERATOR));
        var queued = jobs.queued(null, "640000");
        var cancelled = operator.post(JOBS + "/" + queued + "/cancel", Map.of());
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(303);
        assertThat(operator.get(cancelled.header("Location")).text()).contains("已取消", "当前一步完成后停止");
        assertThat(operator.get(JOBS + "/" + queued).text()).doesNotContain("/cancel\"");
        assertThat(operator.post(JOBS + "/" + queued + "/cancel", Map.of()).status())
                .isEqualTo(409);
        assertThat(operator.post(JOBS + "/" + queued + "/retry", Map.of()).status())
                .isEqualTo(409);
        var failed = jobs.queued("trial.counting", null, "640000");
        jobs.giveUp(failed);
        assertThat(operator.get(JOBS + "/" + failed).text()).contains("失败", "/retry\"");
        assertThat(operator.post(JOBS + "/" + failed + "/retry", Map.of()).status())
                .isEqualTo(303);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where subject_id = ? and action = 'platform.job.retry'",
                        failed))
                .isEqualTo(1);
    }

    @Test
    @Tag("CO-41")
    void a_message_that_did_not_arrive_is_sent_again_or_discarded() {
        var operator = Browser.of(tongban, "admin");
        var first = dead();
        var second = dead();
        assertThat(operator.get(MESSAGES).text())
                .contains(MESSAGES + "/" + first + "/retry", "core.corrected", "未送达", "短信");
        var sentAgain = operator.post(MESSAGES + "/" + first + "/retry", Map.of());
        assertThat(sentAgain.header("Location")).isEqualTo(MESSAGES + "?done=message-retry");
        var discarded = operator.post(MESSAGES + "/" + second + "/discard", Map.of());
        assertThat(discarded.header("Location")).isEqualTo(MESSAGES + "?done=message-discard");
        assertThat(operator.get(discarded.header("Location")).text())
                .contains("消息已放弃")
                .doesNotContain(first, second);
        assertThat(operator.post(MESSAGES + "/" + second + "/discard", Map.of()).status())
                .isEqualTo(409);
        var ofProvince = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(ofProvince.get(MESSAGES).text()).contains("没有未送达的消息");
        assertThat(ofProvince.post(MESSAGES + "/" + second + "/retry", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-48")
    void a_task_is_run_at_once() {
        var operator = Browser.of(tongban, "admin");
        assertThat(operator.get(TASKS).text())
                .contains("trial.take-turns", "轮次", "下次运行", TASKS + "/trial.take-turns/run-now");
        var run = operator.post(TASKS + "/platform.rotate-keys/run-now", Map.of());
        assertThat(run.status()).as(run.toString()).isIn(303, 409);
        assertThat(operator.get(TASKS + "?done=task-run").text()).contains("任务即将运行");
        assertThat(operator.post(TASKS + "/trial.nothing/run-now", Map.of()).status())
                .isEqualTo(404);
        var ofProvince = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(ofProvince.get(TASKS).text()).contains("没有定时任务").doesNotContain("trial.take-turns");
        assertThat(ofProvince
                        .post(TASKS + "/trial.take-turns/run-now", Map.of())
                        .status())
                .isEqualTo(404);
        var forbidden = Browser.of(tongban, "reviewer").get(TASKS);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    @Tag("CO-48")
    void the_page_of_a_task_has_its_runs_by_outcome() {
        var operator = Browser.of(tongban, "admin");
        var failed = UUID.randomUUID();
        Rows.change(
                tongban,
                "insert into core.task_run (id, task, business_date, node, started_at, ended_at, outcome, error) values"
                        + " (?, 'trial.take-turns', '2026-11-19', 'console-node', '2026-11-19T00:00:00Z',"
                        + " '2026-11-19T00:00:01Z', 'failed', 'ConsoleException')",
                failed);
        assertThat(operator.get(TASKS).text()).contains(TASKS + "/trial.take-turns\"");
        var page = operator.get(TASKS + "/trial.take-turns?outcome=failed");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.text()).contains("运行记录", "console-node", "ConsoleException", "2026-11-19", "run-now");
        assertThat(operator.get(TASKS + "/trial.take-turns?outcome=stopped").text())
                .doesNotContain("console-node");
        assertThat(operator.get(TASKS + "/trial.nothing").status()).isEqualTo(404);
        var ofProvince = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(ofProvince.get(TASKS + "/trial.take-turns").status()).isEqualTo(404);
        assertThat(Browser.of(tongban, "reviewer")
                        .get(TASKS + "/trial.take-turns")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("CO-50")
    void all_parked_events_of_a_subscriber_are_delivered_again_at_once() {
        var operator = Browser.of(tongban, "admin");
        Notes.submitted(People.writer(tongban).api(), "parked together");
        var parked = parked();
        var subscriber = "console.nobody-" + parked;
        var together = Map.of("subscriber", subscriber);
        assertThat(operator.get(EVENTS).text())
                .contains("action=\"" + EVENTS + "/replay\"", "value=\"" + subscriber + "\"");
        var ofProvince = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(ofProvince.post(EVENTS + "/replay", together).status()).isEqualTo(303);
        var left = "select count(*) from core.held_event where id = ? and state = 'parked'";
        assertThat(Rows.count(tongban, left, UUID.fromString(parked))).isEqualTo(1);
        var replayed = operator.post(EVENTS + "/replay", together);
        assertThat(replayed.header("Location")).as(replayed.toString()).isEqualTo(EVENTS + "?done=events-replay");
        assertThat(operator.get(EVENTS + "?done=events-replay").text())
                .contains("将重新投递")
                .doesNotContain(subscriber);
        assertThat(Rows.count(tongban, left, UUID.fromString(parked))).isZero();
        assertThat(operator.post(EVENTS + "/replay", Map.of()).status()).isEqualTo(400);
        assertThat(Browser.of(tongban, "reviewer")
                        .post(EVENTS + "/replay", together)
                        .status())
                .isEqualTo(403);
        Rows.change(tongban, "delete from core.held_event where id = ?", UUID.fromString(parked));
    }

    @Test
    @Tag("CO-50")
    void a_parked_event_is_delivered_again_or_skipped_for_a_reason() {
        var operator = Browser.of(tongban, "admin");
        Notes.submitted(People.writer(tongban).api(), "parked");
        var first = parked();
        var second = parked();
        assertThat(operator.get(EVENTS).text()).contains(EVENTS + "/" + first + "/replay", "console.nobody-");
        assertThat(operator.post(EVENTS + "/" + first + "/replay", Map.of()).header("Location"))
                .isEqualTo(EVENTS + "?done=event-replay");
        assertThat(operator.post(EVENTS + "/" + first + "/replay", Map.of()).status())
                .isEqualTo(409);
        var unreasoned = operator.post(EVENTS + "/" + second + "/skip", Map.of());
        assertThat(unreasoned.status()).isEqualTo(400);
        assertThat(unreasoned.text()).contains("error-summary", "href=\"#reason." + second);
        var skipped = operator.post(EVENTS + "/" + second + "/skip", Map.of("reason." + second, "示例"));
        assertThat(skipped.header("Location")).as(skipped.toString()).isEqualTo(EVENTS + "?done=event-skip");
        assertThat(operator.get(EVENTS + "?done=event-skip").text())
                .contains("事件已跳过")
                .doesNotContain(first, second);
        Rows.change(tongban, "delete from core.held_event where id = ?", UUID.fromString(first));
        var ofProvince = Browsers.of(tongban, People.staffOf(tongban, "630000", OPERATOR));
        assertThat(ofProvince.get(EVENTS).text()).contains("没有搁置的事件");
        assertThat(Browser.of(tongban, "reviewer").get(EVENTS).status()).isEqualTo(403);
    }

    /** The id of an event that is parked for a subscriber of its own. */
    private String parked() {
        var id = UUID.randomUUID();
        Rows.change(
                tongban,
                "insert into core.held_event (id, subscriber, event, txid, aggregate, state, failures, due_at, held_at)"
                        + " select ?, 'console.nobody-' || cast(? as text), id, txid, aggregate, 'parked', 10, at, at"
                        + " from core.event limit 1",
                id,
                id.toString());
        return id.toString();
    }

    /** The id of a message that was given up. */
    private String dead() {
        var phone = People.phone();
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context()
                    .getBean(Outbox.class)
                    .send(
                            "core.corrected",
                            new Recipient.Phone(phone),
                            Map.of("title", "console", "number", "1", "reason", "x"));
            return phone;
        });
        for (var message : tongban.outbox()) {
            if (message.path("to").asText().equals(phone)) {
                var id = message.path("id").asText();
                Rows.change(tongban, "update core.message set state = 'dead' where id = ?", UUID.fromString(id));
                return id;
            }
        }
        throw new AssertionError("no message to " + phone);
    }
}
