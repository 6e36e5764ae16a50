package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** What an officer types or mistypes in the console is taken as it stands there, or told (CO-46, CO-47b). */
@TongbanTest
@Tag("CO-47b")
class ConsoleDeskTest {
    private static final String REVIEWS = "/api/platform/v1/reviews/";
    private static final String PAGES = "/console/reviews/";

    private final Tongban tongban;
    private final People.Person officer;
    private final Browser browser;

    ConsoleDeskTest(Tongban tongban) {
        this.tongban = tongban;
        officer = People.staff(tongban, TrialModule.REVIEWER);
        browser = Browsers.of(tongban, officer);
    }

    /** The id of a case that the officer holds. */
    private String claimed(String name) {
        var review = Notes.review(
                officer.api(), Notes.submitted(People.writer(tongban).api(), name));
        Notes.right(officer.api().post(review + "/claim"), 200);
        return review.substring(review.lastIndexOf('/') + 1);
    }

    private JsonNode asTheApiHasIt(String id) {
        return Notes.right(officer.api().get(REVIEWS + id), 200).json();
    }

    @Test
    @Tag("CO-46")
    void a_remark_that_was_begun_and_has_no_words_is_not_dropped() {
        var id = claimed("half");
        var typed = new LinkedHashMap<>(
                Map.of("decision", "return", "reason", "缺少<说明>", "point.legible", "failed", "remark.1.place", "/name"));
        for (int row : new int[] {1, 5}) {
            typed.put("remark." + row + ".place", "/name");
            var refused = browser.post(PAGES + id + "/decision", typed);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.text())
                    .contains("error-summary", "href=\"#remark." + row + ".text\"", "value=\"/name\" selected")
                    .contains("缺少&lt;说明&gt;", "value=\"return\" checked", "value=\"failed\" checked");
            assertThat(refused.text().contains("<details open>")).isEqualTo(row == 5);
        }
        assertThat(asTheApiHasIt(id).path("state").asText()).isEqualTo("claimed");
    }

    @Test
    @Tag("CO-46f")
    @Tag("CO-47")
    void cases_are_returned_at_once_with_the_points_that_are_not_met() {
        var id = claimed("points");
        var number = asTheApiHasIt(id).path("number").asText();
        assertThat(browser.get("/console/reviews?number=" + number).text())
                .contains("name=\"failed.trial.note.legible\"", "不符合的要点");
        var typed = new LinkedHashMap<>(
                Map.of("case." + id, "on", "decision", "approve", "gone", "on", "failed.trial.note.legible", "on"));
        var approved = browser.post("/console/reviews/decisions", typed);
        assertThat(approved.text()).contains("已办理 0 件，未办理 1 件", "有不合格的要点");
        typed.put("decision", "return");
        typed.put("reason", "看不清");
        assertThat(browser.post("/console/reviews/decisions", typed).text()).contains("已办理 1 件，未办理 0 件");
        var decided = asTheApiHasIt(id);
        assertThat(decided.path("state").asText()).isEqualTo("returned");
        assertThat(decided.path("history").toString()).contains("未达到：清晰");
    }

    @Test
    void filters_that_nobody_knows_are_told() {
        var page = browser.get("/console/reviews?state=foo&overdue=zz&sort=zz&kind=none&colour=%3Cred%3E");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("有的条件无法识别，未按其筛选", "href=\"#state\"", "“状态”没有“foo”这一项")
                .contains("href=\"#overdue\"", "href=\"#sort\"", "href=\"#kind\"", "没有名为“colour”的条件")
                .doesNotContain("<red>");
        assertThat(browser.get("/console/reviews?state=open&sort=newest&overdue=true&kind=submission&lang=zh")
                        .text())
                .doesNotContain("error-summary");
    }

    @Test
    @Tag("CO-36")
    void a_file_that_no_form_names_is_linked_for_who_may_read_it() {
        var phone = People.phone();
        var login = People.reachable(tongban, People.phone()).login();
        var proof = Proofs.ofPhone(tongban, tongban.anonymous(), TrialModule.REACHABLE, "lost-phone", phone);
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        var file = Notes.right(
                        tongban.anonymous()
                                .with("Code-Proof", proof)
                                .bytes(
                                        "POST",
                                        "/api/platform/v1/public/files?slot=platform/account-proof&name=proof.pdf",
                                        pdf.getBytes(StandardCharsets.US_ASCII),
                                        "application/pdf"),
                        201)
                .json()
                .path("id")
                .asText();
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("account", login)
                .put("newPhone", phone.substring(3))
                .put("phoneProof", proof)
                .put("explanation", "原手机号已停机。");
        form.putArray("documents").add(file);
        var request = Notes.right(
                        tongban.anonymous()
                                .post("/api/platform/v1/realms/" + TrialModule.REACHABLE + "/lost-phones", form),
                        202)
                .json()
                .path("id")
                .asText();
        var decider = People.staff(tongban, "account-officer");
        var page = Browsers.of(tongban, decider).get(PAGES + about(decider.api(), request));
        assertThat(page.text()).contains("href=\"/console/files/" + file + "\"", "proof.pdf", "原手机号已停机");
        assertThat(page.text()).doesNotContain(">" + file + "<");
        assertThat(browser.get("/console/files/" + file).status()).isEqualTo(404);
    }

    private static String about(Api officer, String subject) {
        for (var item : officer.get("/api/platform/v1/reviews?limit=100").json().path("items")) {
            if (item.path("subject").asText().equals(subject)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError("nothing waits about " + subject);
    }
}
