package org.tongban.core.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Faults;
import org.tongban.trial.Rows;

/** Daily tasks on two nodes of one database (CO-48): business time goes on from test to test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DailyTasksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TASKS = "/api/platform/v1/tasks";
    private static final String CLOSE = TASKS + "/trial.close-day";

    private static Tongban one;
    private static Tongban other;

    @BeforeAll
    static void start_two_nodes() {
        var data = Path.of(
                        "target/tongban-data/daily-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        var servers = EmbeddedProcess.start(data);
        // The first task to look finds the date that it begins with.
        one = Tongban.start(servers, data, Map.of("platform.tasks.enabled", false));
        move("2026-11-20T10:00:00+08:00");
        one.stop();
        one = Tongban.start(servers, data, Map.of());
        other = Tongban.start(servers, data, Map.of());
    }

    @AfterAll
    static void stop() {
        other.stop();
        one.stop();
    }

    private static void move(String moment) {
        one.clock().moveTo(OffsetDateTime.parse(moment).toInstant());
    }

    private static List<LocalDate> closed() {
        return Rows.of(one, "select cast(day as text) as day from trial.closed_day order by place").stream()
                .map(row -> LocalDate.parse(String.valueOf(row.get("day"))))
                .toList();
    }

    private static void awaitClosed(String last) {
        await().atMost(PATIENCE).until(() -> closed().contains(LocalDate.parse(last)));
    }

    private static List<LocalDate> dates(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .toList();
    }

    private static JsonNode shown() {
        var tasks = one.as("admin").get(TASKS).json().path("items");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("id").asText().equals("trial.close-day"))
                .findFirst()
                .orElseThrow();
    }

    /** Both nodes have looked at their daily tasks again. */
    private static void awaitLooks() {
        var looks = "select version from core.scheduled_task where task_name = 'trial.close-day'";
        var before = Rows.count(one, looks);
        await().atMost(PATIENCE).until(() -> Rows.count(one, looks) > before + 3);
    }

    @Test
    @Order(1)
    @Tag("CO-48")
    @Tag("CO-82")
    void three_days_that_were_missed_are_made_good_one_by_one_and_once_over_all_nodes() {
        awaitClosed("2026-11-20");
        move("2026-11-23T10:00:00+08:00");
        awaitClosed("2026-11-23");
        awaitLooks();
        assertThat(closed()).isEqualTo(dates("2026-11-20", "2026-11-23"));
        assertThat(Rows.of(one, "select distinct outcome from core.task_run where task = 'trial.close-day'"))
                .containsExactly(Map.of("outcome", "done"));
        assertThat(Rows.of(
                        one,
                        "select cast(business_date as text) as day from core.task_run where task ="
                                + " 'trial.close-day' order by id"))
                .extracting(row -> LocalDate.parse(String.valueOf(row.get("day"))))
                .isEqualTo(closed());
    }

    @Test
    @Order(2)
    @Tag("CO-48")
    void a_date_that_fails_is_tried_again_and_those_after_it_wait() {
        var nodes = List.of(one, other);
        nodes.forEach(node -> node.context().getBean(Faults.class).plan("close-day/2026-11-24", 1));
        move("2026-11-25T10:00:00+08:00");
        awaitClosed("2026-11-25");
        assertThat(closed()).isEqualTo(dates("2026-11-20", "2026-11-25"));
        assertThat(shown().path("lastError").asText()).isEqualTo("IllegalStateException");
        var failed = one.as("admin").get(CLOSE + "/runs?outcome=failed").json().path("items");
        assertThat(failed.size()).isPositive();
        assertThat(failed.at("/0/businessDate").asText()).isEqualTo("2026-11-24");
        assertThat(failed.at("/0/error").asText()).isEqualTo("IllegalStateException");
    }

    @Test
    @Order(3)
    @Tag("CO-48")
    void a_day_is_done_before_its_time_where_it_is_asked_for_and_then_no_more() {
        move("2026-11-26T00:10:00+08:00");
        awaitLooks();
        assertThat(closed()).doesNotContain(LocalDate.parse("2026-11-26"));
        assertThat(shown().path("dailyAt").asText()).isEqualTo("01:00");
        assertThat(OffsetDateTime.parse(shown().path("nextRunAt").asText()).toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-11-26T01:00:00+08:00").toInstant());
        await().atMost(PATIENCE)
                .until(() -> one.as("admin").post(CLOSE + "/run-now").status() == 200);
        awaitClosed("2026-11-26");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shown().path("doneThrough").asText()).isEqualTo("2026-11-26"));
        assertThat(one.as("admin").post(CLOSE + "/run-now").code()).isEqualTo("task-done");
        move("2026-11-26T10:00:00+08:00");
        awaitLooks();
        assertThat(closed()).isEqualTo(dates("2026-11-20", "2026-11-26"));
    }

    @Test
    @Order(4)
    @Tag("CO-48")
    void business_time_that_goes_back_does_no_date_again() {
        move("2026-11-21T10:00:00+08:00");
        awaitLooks();
        assertThat(closed()).isEqualTo(dates("2026-11-20", "2026-11-26"));
    }

    @Test
    @Order(5)
    @Tag("CO-48")
    void runs_name_the_node_that_they_were_on() {
        Set<String> nodes = new HashSet<>();
        nodes.add(one.context().getBean(TaskRuns.class).node());
        nodes.add(other.context().getBean(TaskRuns.class).node());
        assertThat(nodes).hasSize(2);
        assertThat(Rows.of(one, "select distinct node from core.task_run"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(nodes).contains(String.valueOf(row.get("node"))));
    }
}
