package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.EMAIL;
import static org.tongban.filing.ObjectionSteps.ID_NUMBER;
import static org.tongban.filing.ObjectionSteps.NAME;
import static org.tongban.filing.ObjectionSteps.TEXT;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Officers take objections up or dismiss them, and hear the unit, which never learns who objects (PF-61). */
@TongbanTest
@Tag("PF-61")
class HandleObjectionTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    HandleObjectionTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private void after(int days) {
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(days)));
    }

    @Test
    void only_who_holds_its_case_handles_it() {
        var receipt = steps.received(steps.inPublicity("处理巡检仪甲型"));
        var number = receipt.path("receiptNumber").asText();
        var review = ObjectionSteps.review(steps.officer, number);
        var path = ObjectionSteps.objection(steps.officer, review) + "/handling/taking-up";
        assertThat(steps.officer.post(path).code()).isEqualTo("case-not-claimed");
        right(steps.officer.post(review + "/claim"), 200);
        assertThat(steps.officer(null).post(path).code()).isEqualTo("case-not-claimed");
        assertThat(right(steps.officer.post(path), 200).json().path("state").asText())
                .isEqualTo("taken-up");
        assertThat(steps.officer.post(path).code()).isEqualTo("illegal-move");
        assertThat(steps.officer.get(review).json().path("history").findValuesAsText("action"))
                .containsExactly("submit", "claim", "take-up");
        assertThat(steps.state(receipt)).isEqualTo("taken-up");
    }

    @Test
    void before_it_is_taken_up_it_is_dismissed_and_never_upheld() {
        var held = steps.held("处理巡检仪乙型");
        assertThat(steps.decide(steps.officer, held.review(), "approve", "属实").code())
                .isEqualTo("illegal-move");
        assertThat(steps.decide(steps.officer, held.review(), "reject", "").violations())
                .contains("/reason required");
        right(steps.decide(steps.officer, held.review(), "reject", "不属于异议范围"), 200);
        var shown = steps.progress(held.number(), held.code()).json();
        assertThat(shown.path("state").asText()).isEqualTo("dismissed");
        assertThat(shown.path("reason").asText()).isEqualTo("不属于异议范围");
        assertThat(steps.told("filing.objection-result", "（" + held.number() + "）处理结果：不予受理：不属于异议范围。"))
                .contains("SMS", "EMAIL")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("CO-39")
    void the_unit_is_asked_and_states_its_view_once_within_five_working_days() {
        var held = steps.asked("处理巡检仪丙型");
        assertThat(steps.told("filing.statement-asked", "“处理巡检仪丙型”收到异议，请于2026年11月27日24时前"))
                .isNotEmpty();
        var shown = right(steps.unit.get(held.path()), 200).json();
        assertThat(shown.path("text").asText()).isEqualTo(TEXT);
        assertThat(shown.path("grounds")).hasSize(2);
        assertThat(shown.path("lastDay").asText()).isEqualTo("2026-11-27");
        assertThat(shown.path("taken").asBoolean()).isTrue();
        assertThat(steps.unit.get(PLATFORM + "/me/overview").text())
                .contains("处理巡检仪丙型（异议说明）")
                .containsPattern(
                        "\"dueOn\":\"2026-11-27\",\"provisional\":false,\"daysLeft\":5,\"daysLeftUnit\":\"working-day\"");
        assertThat(steps.unit
                        .post(held.path() + "/statement", Api.json("{'statement': '短'}"))
                        .violations())
                .containsExactly("/statement min-length");
        after(7);
        right(steps.stated(held), 201);
        assertThat(steps.stated(held).code()).isEqualTo("statement-given");
        assertThat(steps.officer.get(held.path() + "/handling").text()).contains("详见检测报告");
        right(steps.decide(steps.officer, held.review(), "reject", "单位说明成立"), 200);
        assertThat(steps.unit.get(held.path()).json().path("state").asText()).isEqualTo("not-upheld");
        assertThat(steps.unit.get(PLATFORM + "/me/overview").text()).doesNotContain("处理巡检仪丙型（异议说明）");
    }

    @Test
    @Tag("CO-36")
    void the_files_of_a_statement_are_for_the_unit_and_the_officers_alone() {
        var held = steps.asked("处理巡检仪卯型");
        var file = FilingSteps.upload(steps.unit, "pdf-20", FilingSteps.pdf(), "application/pdf");
        var statement = (ObjectNode) Api.json("{'statement': '产品各型号均使用所列专利，详见检测报告。'}");
        statement.putArray("files").add(file);
        right(steps.unit.post(held.path() + "/statement", statement), 201);
        right(steps.unit.get(PLATFORM + "/files/" + file), 200);
        right(steps.officer.get(PLATFORM + "/files/" + file), 200);
        right(tongban.as("unit-b").get(PLATFORM + "/files/" + file), 404);
        right(tongban.as("reviewer").get(PLATFORM + "/files/" + file), 404);
    }

    @Test
    void blanks_are_no_text_that_a_unit_could_answer() {
        var held = steps.held("处理巡检仪辰型");
        right(steps.takeUp(held), 200);
        assertThat(steps.ask(held, " \u3000 ").violations()).containsExactly("/text pattern");
    }

    @Test
    @Tag("PF-54")
    void a_unit_that_was_not_asked_still_reads_on_what_grounds_it_lost() {
        var product = steps.inPublicity("处理巡检仪巳型");
        var path = steps.upheld(product);
        assertThat(right(steps.unit.get(path), 200).json().path("grounds")).hasSize(2);
    }

    @Test
    @Tag("CO-71")
    void its_time_is_extended_once_and_ends() {
        var held = steps.asked("处理巡检仪丁型");
        after(8);
        assertThat(steps.stated(held).code()).isEqualTo("statement-late");
        var extension = held.path() + "/handling/statement-extension";
        assertThat(right(steps.officer.post(extension), 200)
                        .json()
                        .path("lastDay")
                        .asText())
                .isEqualTo("2026-12-04");
        assertThat(steps.told("filing.statement-asked", "“处理巡检仪丁型”收到异议，请于2026年12月4日24时前"))
                .isNotEmpty();
        assertThat(steps.officer.post(extension).code()).isEqualTo("statement-extended");
        after(15);
        assertThat(steps.stated(held).code()).isEqualTo("statement-late");
        after(14);
        right(steps.stated(held), 201);
    }

    @Test
    @Tag("CO-71")
    void an_end_that_nobody_can_say_yet_is_provisional_and_still_running() {
        var product = steps.filed("处理巡检仪戊型");
        tongban.clock().moveTo(Instant.parse("2028-03-06T02:00:00Z"));
        steps.rounds.inPublicity(product.toString());
        tongban.clock().moveTo(Instant.parse("2028-03-07T02:00:00Z"));
        var held = steps.held(steps.send(steps.form(product, phone())));
        right(steps.takeUp(held), 200);
        right(steps.ask(held, TEXT), 200);
        assertThat(steps.unit.get(held.path()).json().path("lastDayProvisional").asBoolean())
                .isTrue();
        assertThat(steps.told("filing.statement-asked", "（暂定）前登录")).isNotEmpty();
        tongban.clock().moveTo(Instant.parse("2028-06-06T02:00:00Z"));
        right(steps.stated(held), 201);
    }

    @Test
    void what_says_who_objects_is_refused_in_whatever_the_unit_reads() {
        var held = steps.held("处理巡检仪己型");
        right(steps.takeUp(held), 200);
        assertThat(steps.ask(held, "周 明远反映所列专利未使用。").violations()).containsExactly("/text identifies");
        assertThat(steps.ask(held, "来信 ZHOU.mingyuan@example.org 称未使用。", 1).violations())
                .containsExactly("/text identifies", "/evidence/0 unknown");
        assertThat(steps.decide(steps.officer, held.review(), "approve", "周明远所述属实")
                        .violations())
                .containsExactly("/reason identifies");
        right(steps.decide(steps.officer, held.review(), "approve", "所述属实"), 200);
    }

    @Test
    @Tag("CO-58")
    void the_unit_never_learns_who_objects() {
        var phone = phone();
        var form = steps.form(steps.inPublicity("处理巡检仪庚型"), phone);
        var anonymous =
                tongban.anonymous().with("Code-Proof", form.path("phoneProof").asText());
        var files = form.putArray("evidence");
        for (var content : List.of(SignedFiles.pdf(), SignedFiles.png())) {
            var type = content[0] == '%' ? "application/pdf" : "image/png";
            files.add(right(
                            anonymous.bytes(
                                    "POST",
                                    PLATFORM + "/public/files?slot=product-filing/objection&name=zhou-mingyuan",
                                    content,
                                    type),
                            201)
                    .json()
                    .path("id")
                    .asText());
        }
        var held = steps.held(steps.send(form));
        right(steps.takeUp(held), 200);
        right(steps.ask(held, TEXT, 2, 1), 200);
        right(steps.stated(held), 201);
        var path = held.path();
        var seen = new ArrayList<Answer>(List.of(
                steps.unit.get(path),
                steps.unit.get(OWN + "/objections?count=true"),
                steps.unit.get(path + "/evidence/1"),
                steps.unit.get(path + "/evidence/2")));
        seen.forEach(answer -> right(answer, 200));
        assertThat(seen.get(2).header("Content-Disposition")).contains("%E6%9D%90%E6%96%991.pdf");
        // What a field shows is seen as before.
        assertThat(seen.get(2).text()).contains("7 7 31 3 re");
        assertThat(seen.get(3).header("Content-Type")).isEqualTo("image/png");
        assertThat(steps.unit.get(path + "/evidence/3").status()).isEqualTo(404);
        files.forEach(file -> assertThat(
                        steps.unit.get(PLATFORM + "/files/" + file.asText()).status())
                .isEqualTo(404));
        right(steps.decide(steps.officer, held.review(), "approve", "专利未用于该产品"), 200);
        seen.add(steps.unit.get(path));
        seen.add(steps.unit.get(PLATFORM + "/me/messages?limit=100"));
        seen.add(steps.unit.get(PLATFORM + "/me/overview"));
        var cases = steps.unit.get(PLATFORM + "/me/cases?type=product-filing.objection-outcome");
        seen.add(cases);
        seen.add(steps.unit.get(
                PLATFORM + "/me/cases/" + cases.json().at("/items/0/id").asText()));
        seen.add(steps.unit.get(path + "/handling"));
        for (var answer : seen) {
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)
                            + answer.headers().map())
                    .doesNotContain(NAME, phone, EMAIL, ID_NUMBER, "zhou-mingyuan", "Zhou Mingyuan")
                    .doesNotContain("实测如此");
        }
    }

    @Test
    @Tag("CO-46")
    void nobody_of_the_unit_handles_what_is_said_against_it() {
        var held = steps.held("处理巡检仪丑型");
        var me = right(steps.unit.get(PLATFORM + "/me"), 200).json();
        var insider =
                steps.officer(UUID.fromString(me.path("organisation").path("id").asText()));
        right(insider.get(held.path() + "/handling"), 404);
        right(insider.get(held.path() + "/handling/objector"), 404);
        right(steps.officer.post(held.review() + "/release"), 200);
        right(insider.get(held.review()), 404);
        right(insider.post(held.review() + "/claim"), 404);
    }
}
