package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.web.Ids;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Whatever can get stuck has a task that sweeps it, a list for staff and a figure (CO-83c). */
@TongbanTest
@Tag("CO-83c")
class StuckWorkTest {
    private static final String PLATFORM = "/api/platform/v1";
    private static final String UNFINISHED = PLATFORM + "/files/unfinished";
    private static final String HALF_DONE = PLATFORM + "/requests/unfinished";

    @Test
    void every_figure_of_what_is_stuck_is_among_the_metrics(Tongban tongban) {
        var names = tongban.anonymous()
                .unchecked()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("tongban_"))
                .map(line -> line.split("[ {]", 2)[0])
                .toList();
        assertThat(names)
                .contains(
                        "tongban_messages_dead",
                        "tongban_messages_overdue",
                        "tongban_events_parked",
                        "tongban_events_undelivered_oldest_seconds",
                        "tongban_reviews_overdue",
                        "tongban_files_quarantined",
                        "tongban_files_unfinished",
                        "tongban_requests_unfinished",
                        "tongban_jobs_failed",
                        "tongban_jobs_late",
                        "tongban_tasks_failing",
                        "tongban_tasks_late",
                        "tongban_webhooks_dead",
                        "tongban_webhooks_overdue",
                        "tongban_webhooks_disabled");
    }

    @Test
    void every_sweep_is_a_task_that_is_scheduled(Tongban tongban) {
        var tasks = tongban.as("admin").get(PLATFORM + "/tasks").json().path("items");
        assertThat(StreamSupport.stream(tasks.spliterator(), false)
                        .map(task -> task.path("id").asText()))
                .containsAll(List.of(
                        "platform.dispatch-messages",
                        "platform.deliver-events",
                        "platform.scan-quarantined-files",
                        "platform.delete-unattached-files",
                        "platform.revive-jobs",
                        "platform.forget-answers",
                        "platform.deliver-webhooks",
                        "platform.sweep-overdue-reviews"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages/dead-letters",
                "/events/parked",
                "/reviews?overdue=true",
                "/files/quarantined",
                "/files/unfinished",
                "/requests/unfinished",
                "/jobs?state=failed",
                "/tasks",
                "/webhook-deliveries"
            })
    void every_list_of_what_is_stuck_is_there_for_operators(String path) {
        var tongban = Tongban.running();
        var list = tongban.as("admin").get(PLATFORM + path);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.json().path("items").isArray()).isTrue();
        assertThat(tongban.anonymous().get(PLATFORM + path).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-28")
    void uploads_without_an_outcome_are_listed_for_operators_of_the_whole_country(Tongban tongban) {
        var id = UUID.randomUUID();
        Rows.change(
                tongban,
                "insert into core.file (id, storage_key, slot, state, uploader, name, created_at)"
                        + " values (?, ?, 'trial/picture', 'QUARANTINED', ?, 'x', '2026-11-20T00:00:00Z')",
                id,
                "stuck-" + id,
                UUID.randomUUID());
        try {
            var listed =
                    tongban.as("admin").get(UNFINISHED + "?limit=100").json().path("items");
            assertThat(StreamSupport.stream(listed.spliterator(), false)
                            .map(upload -> upload.path("id").asText()))
                    .contains(id.toString());
            assertThat(tongban.anonymous().unchecked().get("/metrics").text())
                    .containsPattern("tongban_files_unfinished [1-9]");
        } finally {
            Rows.change(tongban, "delete from core.file where id = ?", id);
        }
        assertThat(tongban.as("reviewer").get(UNFINISHED).status()).isEqualTo(403);
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.get(UNFINISHED).json().path("items").size()).isZero();
    }

    @Test
    @Tag("CO-28")
    void requests_that_died_half_done_are_listed_newest_first_for_operators_of_the_whole_country(Tongban tongban) {
        var caller = UUID.randomUUID();
        for (var key : List.of("half-done-a", "half-done-b")) {
            Rows.change(
                    tongban,
                    "insert into core.idempotency_key (caller, key, request_hash, created_at, claim, leased_until)"
                            + " values (?, ?, '', '2026-11-20T00:00:00Z', ?, '2026-11-20T00:01:00Z')",
                    caller,
                    key,
                    Ids.next());
        }
        try {
            var admin = tongban.as("admin");
            var first = admin.get(HALF_DONE + "?limit=1").json();
            assertThat(first.at("/items/0/key").asText()).isEqualTo("half-done-b");
            assertThat(first.at("/items/0/caller").asText()).isEqualTo(caller.toString());
            var second = admin.get(HALF_DONE + "?limit=1&cursor="
                            + first.path("nextCursor").asText())
                    .json();
            assertThat(second.at("/items/0/key").asText()).isEqualTo("half-done-a");
            var regional =
                    People.staffOf(tongban, "33", "platform-administrator").api();
            assertThat(regional.get(HALF_DONE).json().path("items").size()).isZero();
        } finally {
            Rows.change(tongban, "delete from core.idempotency_key where caller = ?", caller);
        }
        assertThat(tongban.as("reviewer").get(HALF_DONE).status()).isEqualTo(403);
    }
}
