package org.tongban.core.file.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.file.PdfFile.FILES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongban.core.file.PdfFile;
import org.tongban.core.file.scan.ClamdSpeaker.Mood;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A node that has uploads scanned: no file is of use that the scanner has not passed (CO-35, CO-37). */
@TongbanTest
@Tag("CO-35")
@Tag("CO-37")
class QuarantineTest {
    private static final String LIST = FILES + "/quarantined";

    private static ClamdSpeaker speaker;
    private static Tongban tongban;

    private final People.Person writer = People.writer(tongban);

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        speaker = new ClamdSpeaker();
        tongban = Tongban.beside(
                data,
                Map.of(
                        "platform.files.scan.enabled",
                        true,
                        "platform.files.scan.port",
                        speaker.port(),
                        "platform.files.scan.timeout",
                        "3s"));
    }

    @AfterAll
    static void stop() throws IOException {
        tongban.stop();
        speaker.close();
    }

    /** Whatever waits from before is none of this test's. */
    @BeforeEach
    void empty() {
        speaker.be(Mood.HONEST);
        for (var left = waiting(); left > 0; left = waiting()) {
            forgetTries();
            sweep(tongban).run();
        }
    }

    @AfterEach
    void release() {
        speaker.release();
        speaker.be(Mood.HONEST);
    }

    private static long waiting() {
        return Rows.count(tongban, "select count(*) from core.file where state = 'QUARANTINED' and sha256 is not null");
    }

    private static TaskBody sweep(Tongban node) {
        return node.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.scan-quarantined-files"))
                .findFirst()
                .orElseThrow();
    }

    /** Takes the time that a node has a file for itself as passed: its clock is one that nothing moves. */
    private static void forgetTries() {
        Rows.change(tongban, "update core.file set scan_at = null where scan_at is not null");
    }

    private Answer uploaded(byte[] content) {
        return writer.api().bytes("POST", FILES + "?slot=trial/picture", content, "application/pdf");
    }

    /** A file that the scanner gave no answer for. */
    private String quarantined(byte[] content) {
        speaker.be(Mood.CLOSING);
        var answer = uploaded(content);
        speaker.be(Mood.HONEST);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("state").asText()).isEqualTo("quarantined");
        return answer.json().path("id").asText();
    }

    private Map<String, Object> row() {
        return Rows.of(tongban, "select * from core.file where uploader = ?", writer.account())
                .getFirst();
    }

    private static boolean stored(Map<String, Object> row) {
        return tongban.context()
                .getBean(ObjectStore.class)
                .exists(row.get("storage_key").toString());
    }

    private String state(String file) {
        return writer.api().get(FILES + "/" + file).json().path("state").asText();
    }

    @Test
    void a_file_that_the_scanner_passes_is_clean_and_was_seen_whole() {
        var content = PdfFile.bytes();
        var answer = uploaded(content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("state").asText()).isEqualTo("clean");
        assertThat(answer.json().path("stateTitle").asText()).isEqualTo("可用");
        assertThat(speaker.scanned().getLast()).isEqualTo(content);
    }

    @Test
    @Tag("RL-11")
    void malware_is_refused_and_its_bytes_are_gone_but_staff_see_what_it_was() {
        assertRefused(uploaded(PdfFile.bytes(ClamdSpeaker.EICAR)), 422, "file-infected");
        var row = row();
        assertThat(row).containsEntry("state", "INFECTED").containsEntry("finding", ClamdSpeaker.SIGNATURE);
        assertThat(stored(row)).isFalse();
        var listed = tongban.withToken(administrator()).get(LIST + "?state=infected");
        assertThat(listed.json().path("items")).anySatisfy(file -> {
            assertThat(file.path("id").asText()).isEqualTo(row.get("id").toString());
            assertThat(file.path("finding").asText()).isEqualTo(ClamdSpeaker.SIGNATURE);
            assertThat(file.path("uploader").asText())
                    .isEqualTo(writer.account().toString());
        });
        assertThat(Rows.of(
                        tongban,
                        "select outcome, digest ->> 'state' as state from core.audit_record where subject_id = ?",
                        row.get("id")))
                .containsExactly(Map.of("outcome", "refused", "state", "infected"));
        assertThat(writer.api()
                        .get(FILES + "/" + row.get("id"))
                        .json()
                        .path("stateTitle")
                        .asText())
                .isEqualTo("含恶意程序");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static String administrator() {
        return Tongban.running().signIn("admin");
    }

    @Test
    void a_file_beyond_the_scanners_limit_is_rejected_for_good() {
        speaker.be(Mood.NARROW);
        assertRefused(uploaded(PdfFile.bytes("x".repeat(ClamdSpeaker.MOST))), 422, "file-not-scannable");
        var row = row();
        assertThat(row).containsEntry("state", "REJECTED").containsEntry("finding", "size-limit");
        assertThat(stored(row)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"CLOSING", "HALF", "FAILING", "SILENT"})
    void a_file_without_an_answer_waits_until_the_scanner_gives_one(Mood mood) {
        speaker.be(mood);
        var answer = uploaded(PdfFile.bytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var file = answer.json().path("id").asText();
        assertThat(answer.json().path("state").asText()).isEqualTo("quarantined");
        sweep(tongban).run();
        assertThat(state(file)).isEqualTo("quarantined");
        speaker.be(Mood.HONEST);
        forgetTries();
        sweep(tongban).run();
        assertThat(state(file)).isEqualTo("clean");
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(200);
    }

    @Test
    void a_file_in_quarantine_can_be_neither_taken_nor_served() {
        var file = quarantined(PdfFile.bytes());
        var note = ((ObjectNode) Notes.body("a")).put("picture", file);
        assertThat(writer.api().post(Notes.PATH, note).violations()).containsExactly("/picture file-not-clean");
        var content = FILES + "/" + file + "/content";
        var refused = writer.api().get(content);
        assertRefused(refused, 409, "file-not-clean");
        assertThat(refused.json().path("state").asText()).isEqualTo("quarantined");
        assertThat(refused.json().path("stateTitle").asText()).isEqualTo("检查中");
        var english = writer.api().with("Accept-Language", "en").get(content);
        assertThat(english.json().path("stateTitle").asText()).isEqualTo("Being checked");
        assertRefused(writer.api().post(FILES + "/" + file + "/url"), 409, "file-not-clean");
        assertThat(People.writer(tongban).api().get(content).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-83c")
    void what_waits_is_listed_for_operators_page_by_page_and_counted() {
        var first = quarantined(PdfFile.bytes());
        var second = quarantined(PdfFile.bytes());
        var operator = tongban.withToken(administrator());
        var page = operator.get(LIST + "?limit=1").json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("items").path(0).path("id").asText()).isEqualTo(second);
        assertThat(page.path("items").path(0).path("state").asText()).isEqualTo("quarantined");
        var next =
                operator.get(LIST + "?limit=1&cursor=" + page.path("nextCursor").asText());
        assertThat(next.json().path("items").path(0).path("id").asText()).isEqualTo(first);
        assertThat(writer.api().get(LIST).status()).isEqualTo(403);
        assertThat(tongban.anonymous().get("/metrics").text()).contains("tongban_files_quarantined 2.0");
        sweep(tongban).run();
        assertThat(operator.get(LIST).json().path("items")).isEmpty();
        assertThat(tongban.anonymous().get("/metrics").text()).contains("tongban_files_quarantined 0.0");
    }

    @Test
    void malware_found_later_is_deleted_and_condemned_once() {
        var file = quarantined(PdfFile.bytes(ClamdSpeaker.EICAR));
        assertThat(stored(row())).isTrue();
        sweep(tongban).run();
        assertThat(row()).containsEntry("state", "INFECTED").containsEntry("finding", ClamdSpeaker.SIGNATURE);
        assertThat(stored(row())).isFalse();
        var content = FILES + "/" + file + "/content";
        assertThat(writer.api().get(content).code()).isEqualTo("file-not-clean");
        var asked = speaker.scanned().size();
        forgetTries();
        sweep(tongban).run();
        assertThat(speaker.scanned()).hasSize(asked);
    }

    @Test
    @Tag("RL-11")
    void a_file_whose_bytes_went_before_its_row_said_so_is_rejected() {
        quarantined(PdfFile.bytes(ClamdSpeaker.EICAR));
        tongban.context()
                .getBean(ObjectStore.class)
                .delete(row().get("storage_key").toString());
        sweep(tongban).run();
        assertThat(row()).containsEntry("state", "REJECTED").containsEntry("finding", "absent");
    }

    @Test
    void two_nodes_never_scan_the_same_file() throws Exception {
        var file = quarantined(PdfFile.bytes());
        speaker.hold();
        var asked = speaker.scanned().size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(sweep(tongban)::run);
            await().until(() -> speaker.scanned().size() == asked + 1);
            sweep(tongban).run();
            assertThat(speaker.scanned()).hasSize(asked + 1);
            speaker.release();
            first.get();
        }
        assertThat(state(file)).isEqualTo("clean");
    }

    @Test
    void what_waits_goes_on_waiting_where_scanning_is_switched_off() {
        var file = quarantined(PdfFile.bytes());
        sweep(Tongban.running()).run();
        assertThat(state(file)).isEqualTo("quarantined");
    }
}
