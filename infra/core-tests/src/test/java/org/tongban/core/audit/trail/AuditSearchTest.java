package org.tongban.core.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Auditors find records in the trail, and are in it themselves (CO-55). */
@TongbanTest
@Tag("CO-55")
class AuditSearchTest {
    private static final String AUDIT = "/api/platform/v1/audit";

    private static Api auditor(Tongban tongban) {
        return People.staff(tongban, "auditor").api();
    }

    private static JsonNode found(Api auditor, String query) {
        return Notes.right(auditor.get(AUDIT + query), 200).json().path("items");
    }

    @Test
    void finds_a_record_by_each_of_what_it_says(Tongban tongban) {
        var auditor = auditor(tongban);
        var writer = People.writer(tongban);
        var note = Notes.written(writer.api(), "a");
        var id = note.substring(note.lastIndexOf('/') + 1);
        var record = found(auditor, "?subject=" + id);
        assertThat(record).singleElement().satisfies(found -> {
            assertThat(found.path("action").asText()).isEqualTo("trial.note.create");
            assertThat(found.path("account").asText())
                    .isEqualTo(writer.account().toString());
            assertThat(found.path("realm").asText()).isEqualTo("trial");
            assertThat(found.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(found.path("subjectType").asText()).isEqualTo("trial/note");
            assertThat(found.path("outcome").asText()).isEqualTo("done");
            assertThat(found.path("digest").path("state").asText()).isEqualTo("draft");
        });
        var trace = record.path(0).path("traceId").asText();
        assertThat(found(auditor, "?trace=" + trace)).isEqualTo(record);
        assertThat(found(auditor, "?account=" + writer.account() + "&action=trial.note.create"))
                .isEqualTo(record);
        assertThat(found(auditor, "?subject=" + id + "&account=" + writer.account() + "&action=trial.note.create"))
                .isEqualTo(record);
        assertThat(found(auditor, "?trace=" + trace + "&subject=" + id)).isEqualTo(record);
        assertThat(found(auditor, "?action=trial.note.create&limit=100")).contains(record.path(0));
        assertThat(found(auditor, "?subject=" + id + "&action=trial.note.submit"))
                .isEmpty();
        assertThat(found(auditor, "?subject=" + id + "&account=" + UUID.randomUUID()))
                .isEmpty();
        assertThat(found(auditor, "?trace=" + trace + "&subject=" + UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void finds_what_lies_in_a_span_and_nothing_else(Tongban tongban) {
        var auditor = auditor(tongban);
        var writer = People.writer(tongban);
        Notes.written(writer.api(), "a");
        var account = "?account=" + writer.account();
        assertThat(found(auditor, account + "&from=2020-01-01&until=9998-01-01"))
                .isNotEmpty();
        assertThat(found(auditor, account + "&from=2020-01-01&until=2020-01-02T03:04:05Z"))
                .isEmpty();
        assertThat(found(auditor, account + "&from=9998-01-01")).isEmpty();
    }

    @Test
    @Tag("CO-11")
    void goes_on_from_page_to_page_newest_first(Tongban tongban) {
        var auditor = auditor(tongban);
        var writer = People.writer(tongban);
        for (var name : new String[] {"a", "b", "c"}) {
            Notes.written(writer.api(), name);
        }
        var query = "?limit=2&action=trial.note.create&account=" + writer.account();
        var first = Notes.right(auditor.get(AUDIT + query), 200).json();
        var second = Notes.right(
                        auditor.get(AUDIT + query + "&cursor="
                                + first.path("nextCursor").asText()),
                        200)
                .json();
        var times = new ArrayList<String>();
        first.path("items").forEach(item -> times.add(item.path("id").asText()));
        second.path("items").forEach(item -> times.add(item.path("id").asText()));
        assertThat(times).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void each_search_is_in_the_trail_with_what_was_asked(Tongban tongban) {
        var auditor = People.staff(tongban, "auditor");
        var subject = UUID.randomUUID();
        found(auditor.api(), "?subject=" + subject);
        assertThat(Rows.of(
                        tongban,
                        "select action, outcome, digest ->> 'subject' as subject from core.audit_record"
                                + " where account = ? and action = 'platform.audit.search'",
                        auditor.account()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("outcome", "done").containsEntry("subject", subject.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/export?from=2026-01-01"})
    @Tag("CO-28")
    void is_for_auditors_alone(String path, Tongban tongban) {
        assertThat(tongban.anonymous().get(AUDIT + path).status()).isEqualTo(401);
        assertThat(People.writer(tongban).api().get(AUDIT + path).status()).isEqualTo(403);
        assertThat(tongban.as("reviewer").get(AUDIT + path).status()).isEqualTo(403);
        assertThat(People.staffOf(tongban, "410000", "auditor")
                        .api()
                        .get(AUDIT + path)
                        .status())
                .as("the trail belongs to no province")
                .isEqualTo(403);
    }

    @Test
    @Tag("CO-28")
    void is_checked_by_auditors_alone(Tongban tongban) {
        assertThat(tongban.anonymous().post(AUDIT + "/verification").status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").post(AUDIT + "/verification").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-13-01, /from",
        "?from=2026-01-01&until=2026-02-30, /until",
        "?from=2026-02-02&until=2026-02-02, /until",
        "?from=2026-02-03&until=2026-02-02, /until",
        "/export?from=2024-01-01&until=2025-06-01, /until",
        "/export?from=2024-01-01, /from",
        "/export?from=9998-01-01, /from",
        "/export?from=2026-02-30, /from",
    })
    @Tag("CO-10")
    void refuses_a_span_that_is_none(String path, String pointer, Tongban tongban) {
        var answer = auditor(tongban).get(AUDIT + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("audit-span-invalid");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void a_sign_in_is_found_by_the_account_that_signed_in(Tongban tongban) {
        var person = People.staff(tongban, "auditor");
        var signedIn = found(auditor(tongban), "?action=platform.session.create&account=" + person.account());
        assertThat(signedIn).isNotEmpty().allSatisfy(record -> {
            assertThat(record.path("outcome").asText()).isEqualTo("done");
            assertThat(record.path("account").asText())
                    .isEqualTo(person.account().toString());
            assertThat(record.path("realm").asText()).isEqualTo("staff");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=yesterday", "?trace=xyz", "?account=me", "?limit=0", "/export", "?other=1"})
    void refuses_what_it_does_not_understand(String path, Tongban tongban) {
        var answer = auditor(tongban).get(AUDIT + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }
}
