package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** What applicants see of their cases, and are told of them (CO-46, CO-46b). */
@TongbanTest
@Tag("CO-46")
class MyCasesTest {
    private static final String CASES = "/api/platform/v1/me/cases";
    private static final String RETURN =
            "{'decision': 'return', 'reason': 'the name\\nand more', 'remarks': [{'pointer': '/name',"
                    + " 'text': 'too short'}]}";

    private static boolean isTold(Tongban tongban, String template, String words) {
        for (var message : tongban.outbox()) {
            if (message.path("template").asText().equals(template)
                    && message.path("text").asText().contains(words)) {
                return true;
            }
        }
        return false;
    }

    @Test
    @Tag("CO-46b")
    void the_applicant_reads_the_remarks_beside_the_fields_and_no_internal_notes(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var officer = People.staff(tongban, "filing-reviewer");
        var number = Notes.submitted(writer, "read");
        var review = Notes.review(officer.api(), number);
        officer.api().post(review + "/claim");
        var noted = officer.api().post(review + "/notes", Api.json("{'text': 'known to us'}"));
        assertThat(noted.status()).isEqualTo(201);
        assertThat(noted.text()).contains("known to us");
        Notes.right(Notes.decidedClaimed(officer.api(), review, RETURN), 200);
        var mine = writer.get(Notes.mine(writer, number));
        assertThat(mine.text())
                .doesNotContain("known to us")
                .doesNotContain(officer.login())
                .doesNotContain(officer.account().toString());
        var history = mine.json().path("history");
        assertThat(history.findValuesAsText("action")).containsExactly("submit", "claim", "return");
        assertThat(history.path(2).path("reason").asText()).isEqualTo("the name\nand more");
        assertThat(history.path(2).at("/remarks/0/pointer").asText()).isEqualTo("/name");
        assertThat(history.path(2).at("/remarks/0/title").asText()).isEqualTo("名称");
        assertThat(history.path(2).path("dueOn").asText()).isEqualTo("2026-11-27");
        assertThat(mine.json().at("/snapshot/name").asText()).isEqualTo("read");
        assertThat(mine.json().path("stateTitle").asText()).isEqualTo("已退回");
    }

    @Test
    @Tag("CO-11")
    void the_list_is_narrowed_and_read_page_by_page(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var first = Notes.submitted(writer, "first");
        var second = Notes.submitted(writer, "second");
        writer.post(Notes.mine(writer, first) + "/withdraw");
        assertThat(writer.get(CASES).json().path("items").findValuesAsText("number"))
                .containsExactly(second, first);
        assertThat(writer.get(CASES + "?state=open").json().path("items").findValuesAsText("number"))
                .containsExactly(second);
        assertThat(writer.get(CASES + "?module=trial&type=trial.note&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(writer.get(CASES + "?module=other").json().path("items")).isEmpty();
        var page = writer.get(CASES + "?limit=1").json();
        var next = writer.get(
                        CASES + "?limit=1&cursor=" + page.path("nextCursor").asText())
                .json();
        assertThat(next.path("items").findValuesAsText("number")).containsExactly(first);
        assertThat(writer.get(CASES + "?limit=1&cursor="
                                + next.path("prevCursor").asText())
                        .json()
                        .path("items")
                        .findValuesAsText("number"))
                .containsExactly(second);
    }

    @Test
    @Tag("CO-40")
    void the_applicant_is_told_of_a_return_and_of_a_rejection(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var reviewer = tongban.as("reviewer");
        var returned = Notes.submitted(writer, "told back");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, returned), "return"), 200);
        assertThat(isTold(tongban, "core.returned", "您提交的told back（" + returned + "）需补正：clear。"))
                .isTrue();
        var rejected = Notes.submitted(writer, "told no");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, rejected), "reject"), 200);
        assertThat(isTold(tongban, "core.rejected", "您提交的told no（" + rejected + "）未通过：clear。"))
                .isTrue();
    }
}
