package org.tongban.core.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.audit.chain.VerifyAway;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Records are sealed in the order of commit, and nobody who writes waits for it (CO-56). */
@TongbanTest
@Tag("CO-56")
class SealAuditTest {
    private static final String AUDIT = "/api/platform/v1/audit";
    private static final String INSERT = """
        insert into core.audit_record (id, at, action, subject_type, subject_id, outcome, digest, trace_id)
        values (?, timestamptz '2026-11-20 00:00:00Z', 'trial.note.create', 'trial/note', ?, 'done', '{}', ?)\
        """;

    private static void seal(Tongban tongban) {
        tongban.context().getBean(SealAudit.class).run();
    }

    private static UUID insert(Connection connection) throws SQLException {
        var id = UUID.randomUUID();
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setString(3, "0".repeat(32));
            statement.executeUpdate();
        }
        return id;
    }

    private static List<Map<String, Object>> sealOf(Tongban tongban, UUID record) {
        return Rows.of(tongban, "select sequence, previous, hash from core.audit_seal where record_id = ?", record);
    }

    @Test
    void each_record_has_a_number_and_the_hash_of_the_one_before(Tongban tongban) {
        var writer = People.writer(tongban);
        Notes.written(writer.api(), "a");
        seal(tongban);
        assertThat(Rows.count(tongban, """
            select count(*) from core.audit_record r
            where r.account = ? and not exists (
                select 1 from core.audit_seal s where s.record_id = r.id)\
            """, writer.account())).isZero();
        assertThat(Rows.count(tongban, """
            select count(*) from core.audit_seal s
            left join core.audit_seal before on before.sequence = s.sequence - 1
            where s.previous <> coalesce(before.hash, repeat('0', 64))\
            """)).isZero();
        assertThat(Rows.count(tongban, "select max(sequence) - count(*) from core.audit_seal"))
                .isZero();
    }

    @Test
    void what_is_not_committed_yet_comes_later_and_keeps_back_what_began_behind_it(Tongban tongban)
            throws SQLException {
        try (var slow = Rows.connect(tongban);
                var quick = Rows.connect(tongban)) {
            slow.setAutoCommit(false);
            var begun = insert(slow);
            var behind = insert(quick);
            seal(tongban);
            assertThat(sealOf(tongban, begun)).isEmpty();
            assertThat(sealOf(tongban, behind)).as("its place is not known yet").isEmpty();
            slow.commit();
            seal(tongban);
            assertThat(number(tongban, begun)).isLessThan(number(tongban, behind));
        }
    }

    private static long number(Tongban tongban, UUID record) {
        return ((Number) sealOf(tongban, record).getFirst().get("sequence")).longValue();
    }

    @Test
    void one_node_at_a_time_seals_and_writers_go_on_meanwhile(Tongban tongban) throws SQLException {
        try (var other = Rows.connect(tongban)) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(7309453156)");
            }
            UUID written;
            try (var writer = Rows.connect(tongban)) {
                written = insert(writer);
            }
            seal(tongban);
            assertThat(sealOf(tongban, written)).isEmpty();
            other.rollback();
            seal(tongban);
            assertThat(sealOf(tongban, written)).hasSize(1);
        }
    }

    @Test
    @Tag("CO-48")
    void is_done_by_itself_every_minute(Tongban tongban) {
        assertThat(Rows.of(
                        tongban, "select task_name from core.scheduled_task where task_name like 'platform.%-audit'"))
                .extracting(row -> row.get("task_name"))
                .containsExactlyInAnyOrder("platform.seal-audit", "platform.anchor-audit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update core.audit_seal set hash = hash",
                "delete from core.audit_seal",
                "truncate core.audit_seal",
                "update core.audit_anchor set jws = jws",
                "delete from core.audit_anchor"
            })
    void the_applications_role_cannot_seal_anew(String statement, Tongban tongban) throws SQLException {
        try (var connection = Rows.connect(tongban);
                var prepared = connection.createStatement()) {
            assertThatThrownBy(() -> prepared.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void what_waits_for_its_seal_is_on_the_page_of_figures(Tongban tongban) throws SQLException {
        try (var slow = Rows.connect(tongban)) {
            slow.setAutoCommit(false);
            insert(slow);
            Notes.written(People.writer(tongban).api(), "a");
            seal(tongban);
            await().until(() -> age(tongban) > 0);
            slow.rollback();
        }
        seal(tongban);
        assertThat(tongban.anonymous().get("/metrics").text()).contains("tongban_audit_unsealed_age_seconds");
    }

    private static double age(Tongban tongban) {
        return tongban.anonymous()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("tongban_audit_unsealed_age_seconds "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    @Tag("RL-13")
    void an_export_is_found_whole_without_server_and_database(Tongban tongban, @TempDir Path folder) throws Exception {
        Notes.written(People.writer(tongban).api(), "a");
        seal(tongban);
        tongban.context().getBean(AnchorAudit.class).run();
        var auditor = People.staff(tongban, "auditor");
        var export = auditor.api().get(AUDIT + "/export?from=" + lately());
        assertThat(export.status()).as(export.toString()).isEqualTo(200);
        assertThat(export.header("Content-Type")).startsWith("application/jsonl");
        var file = folder.resolve("audit.jsonl");
        var keys = folder.resolve("jwks.json");
        Files.writeString(file, export.text());
        Files.writeString(
                keys, tongban.anonymous().get("/.well-known/jwks.json").text());
        var said = VerifyAway.run(file.toString(), "--jwks", keys.toString());
        assertThat(said).contains("Nothing is wrong.").doesNotContain("0 records are", "0 anchors agree");

        Files.writeString(file, export.text().replaceFirst("\"outcome\":\"done\"", "\"outcome\":\"refused\""));
        assertThat(VerifyAway.run(file.toString(), "--jwks", keys.toString())).contains("WRONG: altered");
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where account = ? and action = 'platform.audit.export'",
                        auditor.account()))
                .isEqualTo(1);
    }

    /** Two days back: what was sealed today lies behind it, whatever the hour. */
    private static String lately() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    }
}
