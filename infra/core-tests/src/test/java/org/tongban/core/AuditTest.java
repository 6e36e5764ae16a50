package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Elsewhere;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Every change leaves one record, which nobody can take back (CO-55, CO-56). */
@TongbanTest
@Tag("CO-55")
@Tag("RL-13")
class AuditTest {
    /** All but those of the sign-in, by which every test begins. */
    private static final String RECORDS =
            "select count(*) from core.audit_record where account = ?" + " and action <> 'platform.session.create'";

    @Test
    @Tag("CO-81")
    void what_a_request_logs_carries_the_trace_id_of_its_record(Tongban tongban) {
        var writer = People.writer(tongban);
        var name = UUID.randomUUID().toString().substring(0, 18);
        assertThat(writer.api().post(Notes.PATH + "/asked", Notes.body(name)).status())
                .isEqualTo(201);
        assertThat(Rows.of(tongban, "select trace_id from core.audit_record where account = ?", writer.account()))
                .extracting(row -> row.get("trace_id"))
                .contains(tongban.context().getBean(Elsewhere.class).trace(name));
    }

    @Test
    void a_write_leaves_one_record_that_says_who_did_what_to_which(Tongban tongban) {
        var writer = People.writer(tongban);
        var note = Notes.written(writer.api(), "a");
        var records = Rows.of(tongban, """
            select action, account, realm, address, subject_type, outcome, trace_id
            from core.audit_record where subject_id = ?\
            """, UUID.fromString(note.substring(note.lastIndexOf('/') + 1)));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record)
                    .containsEntry("action", "trial.note.create")
                    .containsEntry("account", writer.account())
                    .containsEntry("realm", "trial")
                    .containsEntry("subject_type", "trial/note")
                    .containsEntry("outcome", "done");
            assertThat(record.get("address")).isEqualTo("127.0.0.1");
            assertThat(record.get("trace_id").toString()).matches("[0-9a-f]{32}");
        });
    }

    @Test
    @Tag("CO-12")
    void a_repeat_leaves_no_second_record(Tongban tongban) {
        var writer = People.writer(tongban);
        var api = writer.api().with("Idempotency-Key", "once");
        api.post(Notes.PATH, Notes.body("a"));
        api.post(Notes.PATH, Notes.body("a"));
        assertThat(Rows.count(tongban, RECORDS, writer.account())).isEqualTo(1);
    }

    @Test
    void what_is_refused_and_undone_leaves_no_record(Tongban tongban) {
        var writer = People.writer(tongban);
        var note = Notes.written(writer.api(), "a");
        assertThat(writer.api().post(Notes.PATH, Api.json("{}")).status()).isEqualTo(400);
        assertThat(writer.api().put(note, Notes.body("b")).status()).isEqualTo(428);
        assertThat(writer.api().post(note + "/failure").status()).isEqualTo(500);
        assertThat(Rows.count(tongban, RECORDS, writer.account())).isEqualTo(1);
    }

    @Test
    void a_read_leaves_no_record(Tongban tongban) {
        var writer = People.writer(tongban);
        writer.api().get(Notes.PATH);
        assertThat(Rows.count(tongban, RECORDS, writer.account())).isZero();
    }

    @ParameterizedTest
    @Tag("CO-56")
    @ValueSource(
            strings = {
                "update core.audit_record set action = 'x'",
                "delete from core.audit_record",
                "truncate core.audit_record",
                "drop table core.audit_record",
                "alter table core.audit_record disable trigger all",
                "update core.review_history set reason = 'x'",
                "delete from core.event"
            })
    void the_applications_role_cannot_take_back_what_was_written(String statement, Tongban tongban)
            throws SQLException {
        try (var connection = Rows.connect(tongban);
                var prepared = connection.createStatement()) {
            assertThatThrownBy(() -> prepared.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
