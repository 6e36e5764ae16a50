package org.tongban.core.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** Drafts and cases of a module that tells nothing of itself are in the overview all the same (CO-39). */
@TongbanTest
@Tag("CO-39")
class OverviewTest {
    private static final String PATH = "/api/platform/v1/me/overview";

    private static JsonNode items(Api api) {
        return api.get(PATH).json().path("items");
    }

    private static String name() {
        return "o" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_draft_waits_for_its_owner(Tongban tongban) {
        var api = People.writer(tongban).api();
        var name = name();
        Notes.written(api, name);
        assertThat(items(api)).singleElement().satisfies(line -> {
            assertThat(line.path("title").asText()).isEqualTo(name);
            assertThat(line.path("module").asText()).isEqualTo("trial");
            assertThat(line.path("state").asText()).isEqualTo("draft");
            assertThat(line.path("acts").asText()).isEqualTo("applicant");
            assertThat(line.path("nextAction").asText()).isEqualTo("填写并提交");
            assertThat(line.path("dueOn").asText()).isEqualTo("2027-05-19");
            assertThat(line.path("daysLeft").asLong()).isEqualTo(180);
            assertThat(line.path("daysLeftUnit").asText()).isEqualTo("calendar-day");
        });
    }

    @Test
    @Tag("CO-71")
    void what_is_in_review_has_its_number_and_its_due_date(Tongban tongban) {
        var api = People.writer(tongban).api();
        var note = Notes.written(api, name());
        var number = Notes.number(api, note);
        assertThat(items(api.with("Accept-Language", "en"))).singleElement().satisfies(line -> {
            assertThat(line.path("number").asText()).isEqualTo(number);
            assertThat(line.path("stateTitle").asText()).isEqualTo("Open");
            assertThat(line.path("acts").asText()).isEqualTo("reviewer");
            assertThat(line.path("dueOn").asText()).isEqualTo("2026-11-27");
            assertThat(line.path("daysLeft").asLong()).isEqualTo(7);
            assertThat(line.path("provisional").asBoolean()).isFalse();
        });
        var reviewer = tongban.as("reviewer");
        Notes.decided(reviewer, Notes.review(reviewer, number), "approve");
        assertThat(items(api)).isEmpty();
    }

    @Test
    @Tag("CO-46e")
    void a_correction_is_the_officers_until_it_is_made(Tongban tongban) {
        var api = People.writer(tongban).api();
        var officer = tongban.as("reviewer");
        var review = Notes.review(officer, Notes.submitted(api, "misprint"));
        Notes.right(Notes.decided(officer, review, "approve"), 200);
        var change = "{'reason': 'typo', 'changes': [{'pointer': '/name', 'before': 'misprint', 'after': 'print'}]}";
        Notes.right(officer.post(review + "/corrections", Api.json(change)), 201);
        assertThat(items(api)).isEmpty();
    }

    @Test
    @Tag("CO-46d")
    void a_re_examination_is_due_when_it_is_to_be_decided(Tongban tongban) {
        var api = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(api, name());
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "reject"), 200);
        var ask = "{'caseNumber': '%s', 'reason': 'the figures were misread by far'}".formatted(number);
        var asked = Notes.right(api.post("/api/platform/v1/me/re-examinations", Api.json(ask)), 201)
                .json();
        assertThat(items(api)).singleElement().satisfies(line -> {
            assertThat(line.path("number")).isEqualTo(asked.path("number"));
            assertThat(line.path("dueOn").asText()).isEqualTo("2026-12-11");
        });
    }

    @Test
    @Tag("CO-11")
    void is_read_page_by_page_and_counted(Tongban tongban) {
        var api = People.writer(tongban).api();
        for (int i = 0; i < 3; i++) {
            Notes.written(api, name());
        }
        var first = api.get(PATH + "?limit=2&count=true").json();
        assertThat(first.path("total").asLong()).isEqualTo(3);
        assertThat(first.path("items")).hasSize(2);
        var rest = api.get(PATH + "?limit=2&cursor=" + first.path("nextCursor").asText())
                .json();
        assertThat(rest.path("items")).hasSize(1);
    }

    @Test
    @Tag("CO-28")
    void nobody_sees_what_another_has_going_on(Tongban tongban) {
        Notes.written(People.writer(tongban).api(), name());
        assertThat(items(People.writer(tongban).api())).isEmpty();
        assertThat(tongban.anonymous().get(PATH).status()).isEqualTo(401);
    }
}
