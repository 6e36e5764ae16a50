package org.tongban.core.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** Whoever has the database in hand, as its owner, is found by the check (CO-56): on a platform of its own. */
@Tag("CO-56")
@Tag("RL-13")
class VerifyChainTest {
    private static final String VERIFICATION = "/api/platform/v1/audit/verification";

    private static EmbeddedProcess servers;
    private static Tongban tongban;
    private static Api auditor;
    private static Connection owner;

    @BeforeAll
    static void start() throws SQLException {
        var data = Path.of(System.getProperty("tongban.test.data", "target/tongban-data"))
                .toAbsolutePath()
                .resolve("audit-" + ProcessHandle.current().pid());
        servers = EmbeddedProcess.start(data);
        tongban = Tongban.start(servers, data, Map.of("platform.tasks.enabled", false));
        auditor = People.staff(tongban, "auditor").api();
        var writer = People.writer(tongban).api();
        for (int i = 0; i < 5; i++) {
            Notes.written(writer, "n" + i);
        }
        tongban.context().getBean(SealAudit.class).run();
        tongban.context().getBean(AnchorAudit.class).run();
        var environment = servers.environment();
        owner = DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"));
    }

    @AfterAll
    static void stop() throws SQLException {
        owner.close();
        tongban.stop();
        servers.close();
    }

    private static void execute(String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = owner.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static long number(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static JsonNode verified() {
        return Notes.right(auditor.post(VERIFICATION), 200).json();
    }

    private static JsonNode verifiedAfter(String... tampering) throws SQLException {
        return tampered(VerifyChainTest::verified, tampering);
    }

    /** What is done to the tables is undone afterwards: the chain is one for all tests. */
    private static JsonNode tampered(Supplier<JsonNode> check, String... tampering) throws SQLException {
        execute(
                "create table core.kept_record as table core.audit_record",
                "create table core.kept_seal as table core.audit_seal",
                "create table core.kept_anchor as table core.audit_anchor");
        try {
            execute(tampering);
            return check.get();
        } finally {
            var later = "select * from core.audit_record where id not in (select id from core.kept_record)"
                    + " and action = 'platform.audit.verify'";
            execute(
                    "create table core.later_record as " + later,
                    "truncate core.audit_record, core.audit_seal, core.audit_anchor",
                    "insert into core.audit_record table core.kept_record",
                    "insert into core.audit_record table core.later_record",
                    "insert into core.audit_seal table core.kept_seal",
                    "insert into core.audit_anchor table core.kept_anchor",
                    "drop table core.kept_record, core.kept_seal, core.kept_anchor, core.later_record");
        }
    }

    private static void assertFound(JsonNode verdict, String kind, long sequence) {
        assertThat(verdict.path("whole").asBoolean()).as(verdict.toString()).isFalse();
        assertThat(verdict.at("/first/kind").asText()).as(verdict.toString()).isEqualTo(kind);
        assertThat(verdict.at("/first/sequence").asLong())
                .as(verdict.toString())
                .isEqualTo(sequence);
    }

    private static String of(int sequence) {
        return "(select record_id from core.audit_seal where sequence = " + sequence + ")";
    }

    @Test
    void finds_nothing_wrong_with_what_nobody_touched() throws SQLException {
        var verdict = verified();
        assertThat(verdict.path("whole").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.path("to").asLong())
                .isEqualTo(number("select max(sequence) from core.audit_seal"))
                .isGreaterThan(5);
        assertThat(verdict.path("anchoredTo").asLong())
                .isEqualTo(verdict.path("to").asLong());
        assertThat(verdict.has("first")).isFalse();
        assertThat(verdict.has("next")).isFalse();
    }

    @Test
    void goes_along_in_parts() {
        var first = Notes.right(auditor.post(VERIFICATION + "?limit=2"), 200).json();
        assertThat(first.path("checked").asLong()).isEqualTo(2);
        assertThat(first.path("next").asLong()).isEqualTo(2);
        var rest = Notes.right(auditor.post(VERIFICATION + "?after=2"), 200).json();
        assertThat(rest.path("whole").asBoolean()).as(rest.toString()).isTrue();
        assertThat(rest.path("checked").asLong())
                .isEqualTo(verified().path("to").asLong() - 2);
        var beyond = auditor.post(VERIFICATION + "?after=99999999");
        assertThat(beyond.status()).as(beyond.toString()).isEqualTo(404);
        assertThat(beyond.code()).isEqualTo("audit-number-unknown");
    }

    @Test
    void finds_an_altered_record() throws SQLException {
        assertFound(
                verifiedAfter("update core.audit_record set address = '198.51.100.1' where id = " + of(3)),
                "altered",
                3);
    }

    @Test
    void finds_an_altered_digest_and_an_altered_time() throws SQLException {
        assertFound(
                verifiedAfter("update core.audit_record set digest = '{\"state\": 1}' where id = " + of(2)),
                "altered",
                2);
        assertFound(
                verifiedAfter("update core.audit_record set at = at + interval '1 microsecond' where id = " + of(4)),
                "altered",
                4);
    }

    @Test
    void finds_a_seal_that_was_altered() throws SQLException {
        assertFound(
                verifiedAfter("update core.audit_seal set hash = repeat('a', 64) where sequence = 3"), "altered", 3);
        assertFound(
                verifiedAfter("update core.audit_seal set sealed_at = sealed_at - interval '1 day' where sequence = 3"),
                "altered",
                3);
    }

    @Test
    void finds_a_removed_record_with_and_without_its_seal() throws SQLException {
        assertFound(verifiedAfter("delete from core.audit_record where id = " + of(3)), "removed", 3);
        assertFound(
                verifiedAfter(
                        "delete from core.audit_record where id = " + of(3),
                        "delete from core.audit_seal where sequence = 3"),
                "removed",
                3);
    }

    @Test
    void finds_an_inserted_record() throws SQLException {
        var verdict = verifiedAfter("""
            insert into core.audit_record
                (id, at, action, account, realm, client, address, subject_type, subject_id, outcome, digest, trace_id, txid)
            select 'ffffffff-0000-4000-8000-000000000001', at, action, account, realm, client, address, subject_type,
                subject_id, outcome, digest, trace_id, txid
            from core.audit_record where id = %s\
            """.formatted(of(3)));
        assertFound(verdict, "inserted", 0);
        assertThat(verdict.at("/first/record").asText()).isEqualTo("ffffffff-0000-4000-8000-000000000001");
    }

    @Test
    void finds_two_records_that_changed_places() throws SQLException {
        var unused = "'00000000-0000-4000-8000-000000000002'";
        assertFound(
                verifiedAfter(
                        "create table core.swapped as select * from core.audit_seal where sequence in (2, 3)",
                        "update core.audit_seal set record_id = " + unused + " where sequence = 2",
                        "update core.audit_seal s set record_id = o.record_id, txid = o.txid from core.swapped o"
                                + " where s.sequence = 3 and o.sequence = 2",
                        "update core.audit_seal s set record_id = o.record_id, txid = o.txid from core.swapped o"
                                + " where s.sequence = 2 and o.sequence = 3",
                        "drop table core.swapped"),
                "altered",
                2);
    }

    @Test
    void finds_a_tail_that_was_cut_off_by_the_anchor_and_without_it_by_the_one_in_the_store() throws SQLException {
        var cut = List.of(
                "delete from core.audit_record where id in (select record_id from core.audit_seal where sequence > 4)",
                "delete from core.audit_seal where sequence > 4");
        assertFound(verifiedAfter(cut.toArray(String[]::new)), "truncated", 5);
        assertFound(verifiedAfter(cut.getFirst(), cut.getLast(), "delete from core.audit_anchor"), "truncated", 5);
    }

    @Test
    void a_number_that_was_cut_off_is_not_one_that_never_was() throws SQLException {
        var behind = tampered(
                () -> Notes.right(auditor.post(VERIFICATION + "?after=5"), 200).json(),
                "delete from core.audit_record where id in (select record_id from core.audit_seal where sequence > 4)",
                "delete from core.audit_seal where sequence > 4",
                "delete from core.audit_anchor");
        assertFound(behind, "removed", 5);
    }

    @Test
    void a_head_that_was_sealed_anew_does_not_agree_with_its_anchor() throws SQLException {
        execute(
                "create table core.kept_record as table core.audit_record",
                "create table core.kept_seal as table core.audit_seal");
        try {
            execute(
                    "update core.audit_record set outcome = 'refused' where id = " + of(3),
                    "delete from core.audit_seal where sequence >= 3");
            tongban.context().getBean(SealAudit.class).run();
            assertFound(verified(), "rewritten", 1);
        } finally {
            execute(
                    "delete from core.audit_record where id in (select id from core.kept_record)",
                    "insert into core.audit_record table core.kept_record",
                    "truncate core.audit_seal",
                    "insert into core.audit_seal table core.kept_seal",
                    "drop table core.kept_record, core.kept_seal");
        }
    }

    @Test
    void an_anchor_of_another_key_counts_for_nothing() throws SQLException {
        var verdict = verifiedAfter("update core.audit_anchor set jws = 'none'");
        assertThat(verdict.at("/first/kind").asText()).isEqualTo("anchor-refused");
    }

    @Test
    void the_anchor_of_a_day_is_in_the_store_and_made_once() throws SQLException {
        var days = number("select count(*) from core.audit_anchor");
        tongban.context().getBean(AnchorAudit.class).run();
        assertThat(number("select count(*) from core.audit_anchor")).isEqualTo(days);
        var anchors = tongban.context().getBean(AnchorAudit.class).stored();
        assertThat(anchors)
                .singleElement()
                .satisfies(anchor ->
                        assertThat(anchor.sequence()).isEqualTo(number("select sequence from core.audit_anchor")));
        assertThat(tongban.context()
                        .getBean(ObjectStore.class)
                        .exists(AnchorRow.key(LocalDate.parse(anchors.getFirst().day()))))
                .isTrue();
    }
}
