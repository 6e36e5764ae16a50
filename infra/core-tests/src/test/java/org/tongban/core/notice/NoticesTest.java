package org.tongban.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Notices: written by one, published by another, shown on their days (CO-34b). */
@TongbanTest
@Tag("CO-34b")
class NoticesTest {
    private static final String NOTICES = "/api/platform/v1/notices";
    private static final String PUBLIC = "/api/platform/v1/public/notices";
    private static final String EDITOR = "notice-editor";

    private final Tongban tongban;
    private final Api writer;
    private final Api publisher;

    NoticesTest(Tongban tongban) {
        this.tongban = tongban;
        writer = People.staff(tongban, EDITOR).api();
        publisher = People.staff(tongban, EDITOR).api();
    }

    @AfterEach
    void restore() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private static ObjectNode body(String title) {
        return (ObjectNode) Api.json("""
            {'module': 'platform', 'zh': {'title': '%s', 'text': '第一段。\\n\\n第二段。'},
             'shownFrom': '2026-11-20', 'pinned': false}\
            """.formatted(title));
    }

    private static String title() {
        return "公告" + UUID.randomUUID();
    }

    private String written(JsonNode body) {
        return NOTICES + "/"
                + Notes.right(writer.post(NOTICES, body), 201).json().path("id").asText();
    }

    /** The path under which everybody finds it. */
    private String published(JsonNode body) {
        var path = written(body);
        Notes.right(publisher.post(path + "/publish"), 200);
        return PUBLIC + path.substring(NOTICES.length());
    }

    private List<String> shown(String query) {
        return Notes.right(tongban.anonymous().get(PUBLIC + query), 200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asText())
                .toList();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void a_notice_is_shown_once_somebody_else_has_published_it() {
        var title = title();
        var path = written(body(title));
        assertThat(shown("?limit=100")).doesNotContain(title);
        assertThat(tongban.anonymous()
                        .get(PUBLIC + path.substring(NOTICES.length()))
                        .status())
                .isEqualTo(404);
        assertRefused(writer.post(path + "/publish"), 409, "own-notice");

        var published = Notes.right(publisher.post(path + "/publish"), 200).json();

        assertThat(published.path("state").asText()).isEqualTo("published");
        assertThat(shown("?limit=100")).contains(title);
        var one = tongban.anonymous().get(PUBLIC + path.substring(NOTICES.length()));
        assertThat(one.json().path("text").asText()).isEqualTo("第一段。\n\n第二段。");
        assertThat(one.json().path("moduleTitle").asText()).isNotBlank();
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where action = 'platform.notice.publish'"
                                + " and subject_id = ?",
                        UUID.fromString(published.path("id").asText())))
                .isEqualTo(1);
    }

    @Test
    @Tag("CO-12")
    void what_has_not_changed_is_not_sent_again() {
        var reader = tongban.anonymous();
        var path = published(body(title()));
        for (var read : List.of(PUBLIC + "?limit=100", path)) {
            var first = Notes.right(reader.get(read), 200);
            var again = reader.with("If-None-Match", first.etag()).get(read);
            assertThat(again.status()).as(read).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(List.of(first.header("Cache-Control"), again.header("Cache-Control")))
                    .containsOnly("public, max-age=60");
            var english = reader.with("If-None-Match", first.etag())
                    .with("Accept-Language", "en")
                    .get(read);
            assertThat(english.status()).as("another language of " + read).isEqualTo(200);
        }
        var list = reader.get(PUBLIC + "?limit=100").etag();
        published(body(title()));
        assertThat(reader.with("If-None-Match", list).get(PUBLIC + "?limit=100").status())
                .isEqualTo(200);
    }

    @Test
    void who_wrote_it_last_does_not_publish_it_though_another_began_it() {
        var path = written(body(title()));
        var etag = publisher.get(path).etag();
        Notes.right(publisher.with("If-Match", etag).put(path, body(title())), 200);
        assertRefused(publisher.post(path + "/publish"), 409, "own-notice");
        Notes.right(writer.post(path + "/publish"), 200);
    }

    @Test
    void the_list_has_the_pinned_first_then_the_newest_and_turns_its_pages() {
        var pinned = title();
        var old = title();
        var recent = title();
        published(body(old).put("shownFrom", "2026-11-01"));
        published(body(recent).put("shownFrom", "2026-11-19"));
        published(body(pinned).put("shownFrom", "2026-10-01").put("pinned", true));

        var all = shown("?limit=100");
        assertThat(all.indexOf(pinned)).isLessThan(all.indexOf(recent));
        assertThat(all.indexOf(recent)).isLessThan(all.indexOf(old));

        var first = tongban.anonymous().get(PUBLIC + "?limit=1").json();
        var second = shown("?limit=100&cursor=" + first.path("nextCursor").asText());
        assertThat(second).isEqualTo(all.subList(1, all.size()));
        assertRefused(tongban.anonymous().get(PUBLIC + "?cursor=x"), 400, "bad-cursor");
    }

    @Test
    void it_is_shown_from_its_first_day_to_its_last() {
        var title = title();
        var path = published(body(title).put("shownFrom", "2026-11-21").put("shownUntil", "2026-11-22"));
        assertThat(shown("?limit=100")).doesNotContain(title);
        // Midnight in Shanghai.
        tongban.clock().moveTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(shown("?limit=100")).contains(title);
        tongban.clock().moveTo(Instant.parse("2026-11-22T15:59:00Z"));
        assertThat(tongban.anonymous().get(path).status()).isEqualTo(200);
        tongban.clock().moveTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(shown("?limit=100")).doesNotContain(title);
        assertRefused(tongban.anonymous().get(path), 404, "not-found");
    }

    @Test
    void a_notice_of_a_module_is_found_under_it_and_in_english_where_it_has_it() {
        var title = title();
        var body = body(title).put("module", "trial");
        body.set("en", Api.json("{'title': 'Opening', 'text': 'Soon.'}"));
        var first = People.staff(tongban, EDITOR, TrialModule.NOTICE_WRITER).api();
        var second = People.staff(tongban, EDITOR, TrialModule.NOTICE_WRITER).api();
        var id = Notes.right(first.post(NOTICES, body), 201).json().path("id").asText();
        Notes.right(second.post(NOTICES + "/" + id + "/publish"), 200);
        var path = PUBLIC + "/" + id;
        assertThat(shown("?module=trial&limit=100")).contains(title);
        assertThat(shown("?module=platform&limit=100")).doesNotContain(title);
        var english =
                tongban.anonymous().with("Accept-Language", "en").get(path).json();
        assertThat(english.path("title").asText()).isEqualTo("Opening");
        assertThat(english.path("text").asText()).isEqualTo("Soon.");
    }

    @Test
    void its_files_are_everybodys_as_long_as_it_is_shown() {
        var file = uploaded(writer);
        var body = body(title());
        body.putArray("files").add(file);
        var draft = written(body);
        var href = "/api/platform/v1/public/files/" + file;
        assertThat(tongban.anonymous().get(href).status()).isEqualTo(404);
        Notes.right(publisher.post(draft + "/publish"), 200);
        var shown = tongban.anonymous()
                .get(PUBLIC + draft.substring(NOTICES.length()))
                .json();
        assertThat(shown.at("/files/0/name").asText()).isEqualTo("notice.pdf");
        assertThat(shown.at("/files/0/href").asText()).isEqualTo(href);
        assertThat(tongban.anonymous().get(href).status()).isEqualTo(200);
        Notes.right(writer.post(draft + "/withdraw"), 200);
        assertThat(tongban.anonymous().get(href).status()).isEqualTo(404);
        assertThat(tongban.anonymous()
                        .get(PUBLIC + draft.substring(NOTICES.length()))
                        .status())
                .isEqualTo(404);

        var taken = body(title());
        taken.putArray("files").add(file).add(UUID.randomUUID().toString());
        var refused = writer.post(NOTICES, taken);
        assertRefused(refused, 422, "notice-refused");
        assertThat(refused.violations()).contains("/files/0 file-taken", "/files/1 file-unknown");
    }

    private static String uploaded(Api by) {
        var pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Notes.right(
                        by.bytes(
                                "POST",
                                "/api/platform/v1/files?slot=platform/notice&name=notice.pdf",
                                pdf,
                                "application/pdf"),
                        201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void what_is_published_is_not_changed_and_what_is_over_does_not_begin_again() {
        var path = NOTICES + published(body(title())).substring(PUBLIC.length());
        var etag = writer.get(path).etag();
        assertRefused(writer.with("If-Match", etag).put(path, body(title())), 409, "illegal-move");
        assertRefused(publisher.post(path + "/publish"), 409, "illegal-move");
        Notes.right(publisher.post(path + "/withdraw"), 200);
        assertRefused(publisher.post(path + "/withdraw"), 409, "illegal-move");
        assertRefused(publisher.post(path + "/publish"), 409, "illegal-move");
    }

    @Test
    void a_notice_whose_days_are_over_is_not_published() {
        var path = written(body(title()).put("shownUntil", "2026-11-20"));
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(1)));
        assertRefused(publisher.post(path + "/publish"), 409, "notice-over");
    }

    @Test
    void a_draft_is_changed_by_whoever_has_seen_its_last_version() {
        var path = written(body(title()));
        var etag = writer.get(path).etag();
        assertRefused(writer.put(path, body(title())), 428, "if-match-required");
        Notes.right(writer.with("If-Match", etag).put(path, body(title())), 200);
        assertRefused(writer.with("If-Match", etag).put(path, body(title())), 412, "stale");
        var moved = writer.with("If-Match", writer.get(path).etag())
                .put(path, body(title()).put("module", "trial"));
        assertRefused(moved, 400, "invalid-input");
        assertThat(moved.violations()).containsExactly("/module changed");
    }

    @ParameterizedTest
    @CsvSource({
        "module, none, /module unknown-module",
        "shownFrom, 2026-02-30, /shownFrom date",
        "shownFrom, 0000-01-01, /shownFrom pattern",
        "shownFrom, 1999-12-31, /shownFrom pattern",
        "shownUntil, 2201-01-01, /shownUntil pattern",
        "shownUntil, 2026-11-31, /shownUntil date",
        "shownUntil, 2026-11-19, /shownUntil before-begin"
    })
    void what_cannot_be_is_refused_with_its_place(String field, String value, String violation) {
        var refused = writer.post(NOTICES, body(title()).put(field, value));
        assertRefused(refused, 400, "invalid-input");
        assertThat(refused.violations()).containsExactly(violation);
    }

    @Test
    void a_body_that_is_none_is_refused() {
        for (var wrong : List.of(
                "{}",
                "{'module': 'platform', 'zh': {'title': '', 'text': 'x'}, 'shownFrom': '2026-11-20', 'pinned': false}",
                "{'module': 'platform', 'zh': {'title': ' ', 'text': 'x'}, 'shownFrom': '2026-11-20', 'pinned': false}",
                "{'module': 'platform', 'zh': {'title': 'x'}, 'shownFrom': '2026-11-20', 'pinned': false}",
                "{'module': 'platform', 'zh': {'title': 'x', 'text': 'x'}, 'shownFrom': 'today', 'pinned': false}")) {
            assertRefused(writer.post(NOTICES, Api.json(wrong)), 400, "invalid-input");
        }
    }

    @Test
    void only_editors_write_and_see_drafts() {
        var path = written(body(title()));
        for (var other : List.of(People.writer(tongban).api(), tongban.as("reviewer"))) {
            assertThat(other.get(NOTICES).status()).isEqualTo(403);
            assertThat(other.get(path).status()).isEqualTo(403);
            assertThat(other.post(NOTICES, body(title())).status()).isEqualTo(403);
            assertThat(other.post(path + "/publish").status()).isEqualTo(403);
            assertThat(other.post(path + "/withdraw").status()).isEqualTo(403);
        }
        assertThat(tongban.anonymous().get(NOTICES).status()).isEqualTo(401);
        assertRefused(writer.get(NOTICES + "/" + UUID.randomUUID()), 404, "not-found");
        assertThat(writer.get(NOTICES + "?state=draft&module=platform&limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> NOTICES + "/" + item.path("id").asText()))
                .contains(path);
    }

    @Test
    void where_a_module_declares_a_permission_for_its_notices_it_is_needed_too() {
        var own = People.staff(tongban, EDITOR, TrialModule.NOTICE_WRITER).api();
        var body = body(title()).put("module", "trial");
        assertRefused(writer.post(NOTICES, body), 403, "forbidden");
        var path = NOTICES + "/"
                + Notes.right(own.post(NOTICES, body), 201).json().path("id").asText();
        assertRefused(publisher.post(path + "/publish"), 403, "forbidden");
        assertRefused(publisher.post(path + "/withdraw"), 403, "forbidden");
        var second = People.staff(tongban, EDITOR, TrialModule.NOTICE_WRITER).api();
        Notes.right(second.post(path + "/publish"), 200);
    }
}
