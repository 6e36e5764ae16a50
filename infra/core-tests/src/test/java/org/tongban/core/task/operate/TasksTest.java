package org.tongban.core.task.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Operators see what tasks do and have one run at once (CO-48). */
@TongbanTest
@Tag("CO-48")
class TasksTest {
    private static final String TASKS = "/api/platform/v1/tasks";
    private static final String SELDOM = "platform.purge-task-runs";

    private static JsonNode shown(Tongban tongban, String id) {
        var tasks = tongban.as("admin").get(TASKS).json().path("items");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitRun(Tongban tongban, String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shown(tongban, id).has("lastSuccessAt")
                        && !shown(tongban, id).path("running").asBoolean());
    }

    @Test
    @Tag("CO-55")
    void a_task_runs_at_once_where_an_operator_wants_it() {
        var tongban = Tongban.running();
        awaitRun(tongban, SELDOM);
        var before = Instant.parse(shown(tongban, SELDOM).path("lastRunAt").asText());
        var old = UUID.randomUUID();
        Rows.change(
                tongban,
                "insert into core.task_run (id, task, node, started_at, outcome) values (?, ?, 'gone', '2020-01-01',"
                        + " 'done')",
                old,
                SELDOM);
        var asked = tongban.as("admin").post(TASKS + "/" + SELDOM + "/run-now");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Instant.parse(
                                shown(tongban, SELDOM).path("lastRunAt").asText())
                        .isAfter(before));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Rows.count(tongban, "select count(*) from core.task_run where id = ?", old) == 0);
        var runs =
                tongban.as("admin").get(TASKS + "/" + SELDOM + "/runs?limit=1").json();
        assertThat(runs.at("/items/0/node").asText()).isNotEmpty();
        assertThat(tongban.as("admin")
                        .get(TASKS + "/" + SELDOM + "/runs?limit=1&cursor="
                                + runs.path("nextCursor").asText())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where action = 'platform.task.run'"
                                + " and digest ->> 'task' = ?",
                        SELDOM))
                .isPositive();
    }

    @Test
    void a_task_that_comes_each_second_leaves_no_row_a_second(Tongban tongban) {
        awaitRun(tongban, "platform.deliver-events");
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.task_run where task = 'platform.deliver-events' and outcome"
                                + " = 'done'"))
                .isZero();
        var shown = shown(tongban, "platform.deliver-events");
        assertThat(shown.path("every").asText()).isEqualTo("PT1S");
        assertThat(shown.path("lastRunAt").asText()).isNotEmpty();
        assertThat(shown.path("nextRunAt").asText()).isNotEmpty();
    }

    @Test
    void a_task_that_runs_is_not_begun_a_second_time(Tongban tongban) {
        awaitRun(tongban, SELDOM);
        Rows.change(
                tongban,
                "update core.scheduled_task set picked = true, picked_by = 'elsewhere', last_heartbeat = now()"
                        + " where task_name = 'platform.rotate-keys'");
        try {
            assertThat(tongban.as("admin")
                            .post(TASKS + "/platform.rotate-keys/run-now")
                            .code())
                    .isEqualTo("task-running");
            assertThat(shown(tongban, "platform.rotate-keys").path("node").asText())
                    .isEqualTo("elsewhere");
        } finally {
            Rows.change(
                    tongban,
                    "update core.scheduled_task set picked = false, picked_by = null, last_heartbeat = null"
                            + " where task_name = 'platform.rotate-keys'");
        }
    }

    @Test
    @Tag("CO-28")
    void tasks_are_for_operators_of_the_whole_country(Tongban tongban) {
        assertThat(tongban.anonymous().get(TASKS).status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").get(TASKS).status()).isEqualTo(403);
        assertThat(tongban.as("reviewer")
                        .post(TASKS + "/" + SELDOM + "/run-now")
                        .status())
                .isEqualTo(403);
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.get(TASKS).json().path("items").size()).isZero();
        assertThat(regional.get(TASKS + "/" + SELDOM + "/runs").status()).isEqualTo(404);
        assertThat(regional.post(TASKS + "/" + SELDOM + "/run-now").status()).isEqualTo(404);
        var admin = tongban.as("admin");
        assertThat(admin.post(TASKS + "/trial.nothing/run-now").status()).isEqualTo(404);
        assertThat(admin.get(TASKS + "/trial.nothing/runs").status()).isEqualTo(404);
        assertThat(admin.get(TASKS + "/" + SELDOM + "/runs?outcome=lost").status())
                .isEqualTo(400);
    }
}
