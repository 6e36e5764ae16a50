package org.tongban.core.file.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.file.PdfFile.FILES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.PdfFile;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Ids;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What an upload leaves that ended between the store and the database, and what nobody takes, is swept (CO-37, RL-11). */
@TongbanTest
@Tag("CO-37")
class SweepTest {
    private final Tongban tongban;
    private final ObjectStore store;

    SweepTest(Tongban tongban) {
        this.tongban = tongban;
        this.store = tongban.context().getBean(ObjectStore.class);
    }

    private void sweepAfter(Duration time) {
        tongban.clock().moveTo(Tongban.MOMENT.plus(time));
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.delete-unattached-files"))
                .forEach(TaskBody::run);
    }

    /** The row that stands before an upload begins. */
    private UUID intent(String key) {
        var id = Ids.next();
        Rows.change(
                tongban,
                "insert into core.file (id, storage_key, slot, state, uploader, name, created_at) values (?, ?,"
                        + " 'trial/picture', 'QUARANTINED', ?, 'a.pdf', ?)",
                id,
                key,
                Ids.next(),
                Timestamp.from(Tongban.MOMENT));
        return id;
    }

    private long rows(UUID id) {
        return Rows.count(tongban, "select count(*) from core.file where id = ?", id);
    }

    private static String key() {
        return "files/" + UUID.randomUUID();
    }

    @Test
    @Tag("RL-11")
    void a_crash_after_the_store_and_before_the_outcome_leaves_neither_object_nor_row() throws IOException {
        var key = key();
        var id = intent(key);
        var content = PdfFile.bytes();
        store.put(key, new ByteArrayInputStream(content), content.length);
        sweepAfter(Duration.ofMinutes(59));
        assertThat(store.exists(key)).isTrue();
        assertThat(rows(id)).isOne();
        sweepAfter(Duration.ofMinutes(61));
        assertThat(store.exists(key)).isFalse();
        assertThat(rows(id)).isZero();
    }

    @Test
    @Tag("RL-11")
    void a_crash_before_the_store_leaves_no_row() {
        var key = key();
        var id = intent(key);
        sweepAfter(Duration.ofMinutes(61));
        assertThat(rows(id)).isZero();
    }

    @Test
    @Tag("RL-11")
    void a_crash_in_the_middle_of_the_sweep_is_made_good_by_the_next() {
        var writer = People.writer(tongban).api();
        var id = UUID.fromString(PdfFile.uploaded(writer, PdfFile.bytes(), "a.pdf"));
        var key = Rows.of(tongban, "select storage_key from core.file where id = ?", id)
                .getFirst()
                .get("storage_key")
                .toString();
        Rows.change(tongban, "update core.file set doomed_at = ? where id = ?", Timestamp.from(Tongban.MOMENT), id);
        assertThat(writer.get(FILES + "/" + id).status()).isEqualTo(404);
        store.delete(key);
        sweepAfter(Duration.ofMinutes(1));
        assertThat(rows(id)).isZero();
    }

    @Test
    void what_the_scanner_condemned_is_shown_for_ninety_days() {
        var key = key();
        var id = intent(key);
        Rows.change(
                tongban,
                "update core.file set state = 'INFECTED', type = 'PDF', size = 1, sha256 = ?, finding = 'X' where id ="
                        + " ?",
                "0".repeat(64),
                id);
        sweepAfter(Duration.ofDays(89));
        assertThat(rows(id)).isOne();
        sweepAfter(Duration.ofDays(91));
        assertThat(rows(id)).isZero();
    }

    @Test
    void a_file_that_a_draft_names_is_kept_and_one_of_a_record_in_review_is_immutable() {
        var writer = People.writer(tongban).api();
        var kept = PdfFile.uploaded(writer, PdfFile.bytes(), "kept.pdf");
        var note = Notes.PATH + "/"
                + writer.post(Notes.PATH, ((ObjectNode) Notes.body("a")).put("picture", kept))
                        .json()
                        .path("id")
                        .asText();
        sweepAfter(Duration.ofDays(30));
        assertThat(writer.get(FILES + "/" + kept + "/content").status()).isEqualTo(200);
        Notes.number(writer, note);
        assertThat(Rows.of(tongban, "select sealed_at from core.file where id = ?", UUID.fromString(kept))
                        .getFirst()
                        .get("sealed_at"))
                .isNotNull();
    }
}
