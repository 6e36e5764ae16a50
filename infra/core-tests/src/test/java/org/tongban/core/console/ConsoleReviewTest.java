package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Reviews in the console: a module's type is there with no page written for it (CO-47b). */
@TongbanTest
@Tag("CO-47b")
class ConsoleReviewTest {
    private final Tongban tongban;

    ConsoleReviewTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @AfterEach
    void present() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private String submitted(String name) {
        return page(Notes.submitted(People.writer(tongban).api(), name));
    }

    /** The page of the case of this number. */
    private String page(String number) {
        var review = Notes.review(tongban.as("reviewer"), number);
        return "/console/reviews/" + review.substring(review.lastIndexOf('/') + 1);
    }

    private JsonNode asTheApiHasIt(String page) {
        return tongban.as("reviewer")
                .get(page.replace("/console/", "/api/platform/v1/"))
                .json();
    }

    private static void assertDone(Answer answer, String page, String what) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(page + "?done=" + what);
    }

    @Test
    @Tag("CO-47")
    void the_queue_has_filters_in_its_address(Tongban tongban) {
        var number = Notes.submitted(People.writer(tongban).api(), "queue <one>");
        var browser = Browser.of(tongban, "reviewer");
        var found = browser.get("/console/reviews?number=" + number);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.text()).contains(number, "queue &lt;one&gt;", "记录审核", "待认领", "还有", "共 1 项");
        assertThat(browser.get("/console/reviews?number=" + number + "&state=claimed")
                        .text())
                .contains("没有符合条件的案件")
                .doesNotContain("queue &lt;one&gt;");
        assertThat(browser.get("/console/reviews?number=" + number + "&type=trial.other")
                        .text())
                .doesNotContain("queue &lt;one&gt;");
        assertThat(browser.get("/console/reviews?number=" + number + "&module=trial")
                        .text())
                .contains("queue &lt;one&gt;");
        assertThat(browser.get("/console/reviews?number=" + number + "&region=110000")
                        .text())
                .doesNotContain("queue &lt;one&gt;");
        var mistyped = browser.get("/console/reviews?number=" + number.substring(0, number.length() - 1) + "x");
        assertThat(mistyped.status()).isEqualTo(200);
        assertThat(mistyped.text()).contains("编号有误，未按编号筛选", "href=\"#number\"");
        var english = browser.get("/console/reviews?lang=en&number=" + number).text();
        assertThat(english).contains("Review of a note", "days left", "1 case", "lang=\"en\"");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(30)));
        assertThat(browser.get("/console/reviews?overdue=true&number=" + number).text())
                .contains("已逾期", "due--late", "queue &lt;one&gt;");
        assertThat(browser.get("/console/reviews?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    @Tag("CO-11")
    void the_queue_has_pages_that_keep_its_filters(Tongban tongban) {
        var writer = People.writer(tongban).api();
        for (int i = 0; i < 27; i++) {
            Notes.staged(writer, "page " + i, "460000");
        }
        var browser = Browsers.of(tongban, People.staffOf(tongban, "460000", TrialModule.REVIEWER));
        var first =
                browser.get("/console/reviews?type=trial.staged&sort=newest").text();
        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"", "page 0<");
        var next = Browsers.next(first);
        assertThat(next).contains("type=trial.staged", "sort=newest");
        assertThat(browser.get(next).text()).contains("rel=\"prev\"", "page 0<").doesNotContain("rel=\"next\"");
        for (var other : List.of(
                next.replace("type=trial.staged", "type=trial.note"),
                next.replace("sort=newest", "sort=due"),
                "/console/jobs?" + next.split("\\?", 2)[1])) {
            assertThat(browser.get(other).status()).as(other).isEqualTo(400);
        }
    }

    @Test
    void a_case_shows_what_was_submitted_and_its_files_to_who_may_see_them(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        var picture = Notes.right(
                        writer.bytes(
                                "POST",
                                "/api/platform/v1/files?slot=trial/picture&name=proof.pdf",
                                pdf.getBytes(StandardCharsets.US_ASCII),
                                "application/pdf"),
                        201)
                .json()
                .path("id")
                .asText();
        var body = Api.json("{'name': 'shown', 'amount': 12, 'picture': '%s'}".formatted(picture));
        var note = Notes.right(writer.post(Notes.PATH, body), 201)
                .json()
                .path("id")
                .asText();
        var page = page(Notes.number(writer, Notes.PATH + "/" + note));
        var browser = Browser.of(tongban, "reviewer");
        assertThat(browser.get(page).text())
                .contains("<dt>名称</dt><dd>shown", "<dt>数量</dt><dd>12", "proof.pdf", "/console/files/" + picture);
        assertThat(browser.get(page + "?lang=en").text()).contains("<dt>Amount</dt><dd>12", "History");
        var file = browser.get("/console/files/" + picture);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        var other = Browsers.of(tongban, People.staff(tongban, TrialModule.OTHER_REVIEWER));
        assertThat(other.get("/console/files/" + picture).status()).isEqualTo(404);
        assertThat(other.get(page).status()).isEqualTo(404);
        assertThat(other.get("/console/reviews/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(other.post(page + "/claim", Map.of()).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-46")
    @Tag("CO-46f")
    void a_case_is_claimed_and_returned_with_remarks_by_field(Tongban tongban) {
        var page = submitted("returned");
        var browser = Browser.of(tongban, "reviewer");
        assertThat(browser.get(page).text()).contains(page + "/claim").doesNotContain(page + "/decision");
        assertDone(browser.post(page + "/claim", Map.of()), page, "claim");
        assertThat(browser.get(page + "?done=claim").text())
                .contains("案件已认领", page + "/decision", page + "/notes", page + "/reassign", "清晰")
                .contains("name=\"token\" value=\"" + browser.cookies().get("tongban-console-form"))
                .doesNotContain("name=\"token\" value=\"\"");
        var typed = new LinkedHashMap<String, String>();
        typed.put("decision", "return");
        typed.put("remark.2.place", "/name");
        typed.put("remark.2.text", "请写<全称>");
        typed.put("point-remark.legible", "看不清");
        var refused = browser.post(page + "/decision", typed);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text())
                .contains("error-summary", "href=\"#reason\"", "href=\"#point.legible\"", "请写&lt;全称&gt;", "看不清")
                .contains("value=\"return\" checked", "value=\"/name\" selected");
        typed.put("reason", "名称有误");
        typed.put("point.legible", "failed");
        assertDone(browser.post(page + "/decision", typed), page, "decision");
        var decided = asTheApiHasIt(page);
        assertThat(decided.path("state").asText()).isEqualTo("returned");
        var last = decided.path("history").path(decided.path("history").size() - 1);
        assertThat(last.path("remarks").findValuesAsText("pointer")).containsExactly("/name", "");
        assertThat(browser.get(page).text())
                .contains("退回修改", "名称有误", "请写&lt;全称&gt;")
                .doesNotContain(page + "/decision");
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where subject_id = ? and action in"
                                + " ('platform.review.claim', 'platform.review.decide') and outcome = 'done'",
                        id))
                .isEqualTo(2);
    }

    @Test
    @Tag("CO-46b")
    void a_second_submission_shows_what_is_other_than_in_the_first(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var note = Notes.written(writer, "before");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, Notes.number(writer, note)), "return"), 200);
        Notes.right(writer.with("If-Match", writer.get(note).etag()).put(note, Notes.body("after")), 200);
        var page = page(Notes.number(writer, note));
        assertThat(Browser.of(tongban, "reviewer").get(page).text())
                .contains("change--changed", "≠", "修改", "<del>before</del>", "<ins>after</ins>");
    }

    @Test
    @Tag("CO-46")
    void what_was_decided_meanwhile_is_told_and_what_was_typed_is_kept(Tongban tongban) {
        var page = submitted("raced");
        var first = Browser.of(tongban, "reviewer");
        var second = Browser.of(tongban, "reviewer-2");
        assertDone(first.post(page + "/claim", Map.of()), page, "claim");
        var late = second.post(page + "/claim", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("案件已由他人认领");
        var wrong = first.post(page + "/reassign", Map.of("reassign-to", "nobody-here", "reassign-reason", "休假"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("此人员不能审核该案件", "value=\"nobody-here\"", "value=\"休假\"");
        assertDone(first.post(page + "/reassign", Map.of("reassign-to", "reviewer-2")), page, "reassign");
        assertThat(first.post(page + "/release", Map.of()).status()).isEqualTo(409);
        assertDone(second.post(page + "/release", Map.of()), page, "release");
        assertThat(asTheApiHasIt(page).path("state").asText()).isEqualTo("open");
    }

    @Test
    void nobody_reviews_their_own_in_the_console_either(Tongban tongban) {
        var both = People.staff(tongban, TrialModule.WRITING_REVIEWER);
        var page = page(Notes.submitted(both.api(), "own"));
        var refused = Browsers.of(tongban, both).post(page + "/claim", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("不得审核与本人或本单位有关的案件");
    }

    @Test
    @Tag("CO-46c")
    void notes_are_kept_and_withdrawals_answered(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var number = Notes.submitted(writer, "withdrawn");
        var page = page(number);
        var browser = Browser.of(tongban, "reviewer");
        assertThat(browser.post(page + "/notes", Map.of()).status()).isEqualTo(400);
        assertDone(browser.post(page + "/notes", Map.of("note", "已电话核实\r\n无误")), page, "note");
        assertThat(browser.get(page).text()).contains("已电话核实", "无误", "内部备注，申请人不可见");
        assertDone(browser.post(page + "/claim", Map.of()), page, "claim");
        var none = browser.post(page + "/withdrawal", Map.of("granted", "true"));
        assertThat(none.status()).isEqualTo(409);
        Notes.right(writer.post(Notes.mine(writer, number) + "/withdrawal-request", Api.json("{'reason': '有误'}")), 200);
        assertThat(browser.get(page).text()).contains("申请人请求撤回这次提交");
        assertThat(browser.get("/console/reviews?number=" + number).text()).contains("申请撤回");
        var unreasoned = browser.post(page + "/withdrawal", Map.of("granted", "false"));
        assertThat(unreasoned.text()).contains("请写明不同意的理由");
        assertDone(browser.post(page + "/withdrawal", Map.of("granted", "true")), page, "withdrawal-granted");
        assertThat(asTheApiHasIt(page).path("state").asText()).isEqualTo("withdrawn");
    }

    @Test
    @Tag("CO-46e")
    void a_correction_is_proposed_for_what_was_approved(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(writer, "misspelt");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "approve"), 200);
        var page = page(number);
        var browser = Browser.of(tongban, "reviewer");
        assertThat(browser.get(page).text()).contains("提出勘误", "misspelt");
        var typed = new LinkedHashMap<>(Map.of("place.0", "/name", "before.0", "misspelt", "after.0", "spelt"));
        var refused = browser.post(page + "/corrections", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("href=\"#correction-reason\"", ">spelt</textarea>");
        typed.put("correction-reason", "有错别字");
        var proposed = browser.post(page + "/corrections", typed);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(303);
        var opened = Browser.of(tongban, "reviewer-2").get(proposed.header("Location"));
        assertThat(opened.text()).contains("勘误", "<del>misspelt</del>", "<ins>spelt</ins>", number, ">名称</td>");
        assertThat(opened.text()).doesNotContain("changes/0", ">/name<");
    }

    @Test
    @Tag("CO-47")
    void ticked_cases_are_decided_at_once(Tongban tongban) {
        var officer = People.staffOf(tongban, "540000", TrialModule.REVIEWER);
        var browser = Browsers.of(tongban, officer);
        var writer = People.writer(tongban).api();
        var tick = new LinkedHashMap<String, String>();
        for (var name : new String[] {"batch a", "batch b"}) {
            var number = Notes.staged(writer, name, "540000");
            var review = Notes.review(officer.api(), number);
            var id = review.substring(review.lastIndexOf('/') + 1);
            assertThat(browser.get("/console/reviews").text()).doesNotContain("name=\"case." + id);
            Notes.right(officer.api().post(review + "/claim"), 200);
            assertThat(browser.get("/console/reviews").text()).contains("name=\"case." + id);
            tick.put("case." + id, "on");
        }
        var none = browser.post("/console/reviews/decisions", Map.of("decision", "return", "reason", "缺材料"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text()).contains("请至少勾选一个案件", "value=\"缺材料\"");
        tick.put("decision", "return");
        var unreasoned = browser.post("/console/reviews/decisions", tick);
        assertThat(unreasoned.text()).contains("已办理 0 件，未办理 2 件", "退回或不予通过须写明理由");
        tick.put("reason", "缺材料");
        assertThat(browser.post("/console/reviews/decisions", tick).text()).contains("已办理 2 件，未办理 0 件", "已退回");
    }
}
