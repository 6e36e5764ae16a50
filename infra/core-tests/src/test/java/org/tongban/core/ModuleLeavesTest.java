package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Faults;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.People.Person;
import org.tongban.trial.Rows;

/** A module leaves an installation that it has worked in, and comes back (CO-4, CO-5). */
@Tag("CO-4")
@Tag("CO-5")
class ModuleLeavesTest {
    private static final String NAME = "kept";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STEP = "trial.counting/1";

    /** What the module was about when it left: a case, and a job and an event that had failed so far. */
    private record Begun(
            Person writer, String reviewer, String note, String review, UUID job, List<Map<String, Object>> rows) {}

    @Test
    void what_a_module_began_waits_while_it_is_away_and_goes_on_when_it_is_back() {
        var data = Path.of(
                        "target/tongban-data/leaves-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        try (var servers = EmbeddedProcess.start(data)) {
            var with = Tongban.start(servers, data, Map.of());
            var begun = begin(with);
            var without = Tongban.start(servers, data, Map.of("platform.modules.trial.enabled", false));
            shows_nothing_of_it(without, begun);
            leaves_its_work_alone(without, begun);
            without.stop();
            var again = Tongban.start(servers, data, Map.of());
            goes_on(again, begun);
            again.stop();
        }
    }

    private static Begun begin(Tongban tongban) {
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(STEP, Integer.MAX_VALUE);
        faults.plan(NAME, Integer.MAX_VALUE);
        var writer = People.writer(tongban);
        var note = Notes.written(writer.api(), NAME);
        var reviewer = tongban.signIn("reviewer");
        var review = Notes.review(tongban.withToken(reviewer), Notes.number(writer.api(), note));
        var started =
                writer.api().post(Notes.PATH + "/countings").json().path("id").asText();
        var job = UUID.fromString(started);
        await().atMost(PATIENCE).until(() -> faults.tried(STEP) > 0 && faults.tried(NAME) > 0);
        tongban.stop();
        return new Begun(writer, reviewer, note, review, job, rows(tongban, job));
    }

    /** All that must not change while the module is away. */
    private static List<Map<String, Object>> rows(Tongban tongban, UUID job) {
        return Rows.of(tongban, """
            select (select row(state, failures, version) from core.job where id = ?)::text as job,
                (select row(c.*) from core.event_cursor c where subscriber = 'trial.hear-of-notes')::text as cursor,
                (select row(m.*) from core.module m where id = 'trial')::text as module,
                (select row(state, version) from core.review_case where title = ?)::text as review,
                (select count(*) from core.scheduled_task where task_name = 'trial.take-turns') as tasks,
                (select count(*) from trial.turn) as turns\
            """, job, NAME);
    }

    private static void shows_nothing_of_it(Tongban tongban, Begun begun) {
        var writer = tongban.withToken(begun.writer().token());
        assertThat(writer.get(begun.note()).status()).isEqualTo(404);
        assertThat(writer.get("/api/platform/v1/public/notes").status()).isEqualTo(404);
        var reviewer = tongban.withToken(begun.reviewer());
        assertThat(reviewer.get("/api/platform/v1/reviews").status()).isEqualTo(403);
        assertThat(reviewer.get(begun.review()).status()).isEqualTo(403);
        assertThat(writer.get("/api/platform/v1/jobs/" + begun.job())
                        .json()
                        .path("state")
                        .asText())
                .isNotEqualTo("failed");
    }

    private static void leaves_its_work_alone(Tongban tongban, Begun begun) {
        var started = OffsetDateTime.now(ZoneOffset.UTC);
        await().atMost(PATIENCE)
                .until(() -> Rows.count(tongban, """
                    select count(*) from core.scheduled_task
                    where (task_instance = ? and not picked and execution_time > ?)
                       or (task_name = 'platform.deliver-events' and last_success > ?)\
                    """, begun.job().toString(), started.plusSeconds(30), started) == 2);
        assertThat(rows(tongban, begun.job())).isEqualTo(begun.rows());
    }

    private static void goes_on(Tongban tongban, Begun begun) {
        hurry(tongban, begun.job());
        var writer = tongban.withToken(begun.writer().token());
        await().atMost(PATIENCE)
                .until(() -> writer.get("/api/platform/v1/jobs/" + begun.job())
                        .json()
                        .path("state")
                        .asText()
                        .equals("done"));
        await().atMost(PATIENCE)
                .until(() -> Rows.count(tongban, "select count(*) from trial.heard where name = ?", NAME) == 1);
        assertThat(Notes.decided(tongban.as("reviewer"), begun.review(), "approve")
                        .status())
                .isEqualTo(200);
        assertThat(writer.get(begun.note()).json().path("state").asText()).isEqualTo("approved");
    }

    /** Lets the minute be over that the job has been told to wait. */
    private static void hurry(Tongban tongban, UUID job) {
        try (var connection = Rows.connect(tongban);
                var update = connection.prepareStatement(
                        "update core.scheduled_task set execution_time = ? where task_instance = ?")) {
            update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
            update.setString(2, job.toString());
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
