package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** What is other than in the submission before, by field and by file (CO-46b). */
@TongbanTest
@Tag("CO-46b")
class CaseChangesTest {
    private static String upload(Api by) {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        return Notes.right(
                        by.bytes(
                                "POST",
                                "/api/platform/v1/files?slot=trial/picture",
                                pdf.getBytes(StandardCharsets.US_ASCII),
                                "application/pdf"),
                        201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void a_reviewer_sees_what_is_other_than_before(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var note = Notes.written(writer, "before");
        var first = Notes.review(reviewer, Notes.number(writer, note));
        var none = reviewer.get(first + "/changes").json();
        assertThat(none.has("previous")).isFalse();
        assertThat(none.path("fields")).isEmpty();
        var number = Notes.right(Notes.decided(reviewer, first, "return"), 200)
                .json()
                .path("number")
                .asText();
        var picture = upload(writer);
        var changed = Api.json("{'name': 'after', 'amount': 12, 'picture': '%s'}".formatted(picture));
        Notes.right(writer.with("If-Match", writer.get(note).etag()).put(note, changed), 200);
        var second = Notes.review(reviewer, Notes.number(writer, note));
        var changes =
                reviewer.with("Accept-Language", "en").get(second + "/changes").json();
        assertThat(changes.path("previous").asText()).isEqualTo(number);
        assertThat(changes.path("fields")).hasSize(1);
        var field = changes.path("fields").path(0);
        assertThat(field.path("pointer").asText()).isEqualTo("/name");
        assertThat(field.path("title").asText()).isEqualTo("Name");
        assertThat(field.path("kind").asText()).isEqualTo("changed");
        assertThat(field.at("/values/before").asText()).isEqualTo("before");
        assertThat(field.at("/values/after").asText()).isEqualTo("after");
        var file = changes.path("files").path(0);
        assertThat(file.path("kind").asText()).isEqualTo("added");
        assertThat(file.at("/after/id").asText()).isEqualTo(picture);
        assertThat(file.at("/after/sha256").asText()).hasSize(64);
        assertThat(file.has("before")).isFalse();
    }
}
