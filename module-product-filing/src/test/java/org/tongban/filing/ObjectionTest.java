package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.EMAIL;
import static org.tongban.filing.ObjectionSteps.ID_NUMBER;
import static org.tongban.filing.ObjectionSteps.NAME;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Anybody objects to a product in publicity or recognised, and follows it by a code (PF-60). */
@TongbanTest
@Tag("PF-60")
class ObjectionTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    ObjectionTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private List<String> told(String template, String words) {
        var to = new ArrayList<String>();
        for (var message : tongban.outbox()) {
            if (message.path("template").asText().equals(template)
                    && message.path("text").asText().contains(words)) {
                to.add(message.path("channel").asText());
            }
        }
        return to;
    }

    @Test
    @Tag("CO-15")
    @Tag("PF-61")
    void it_is_received_with_a_number_and_a_code_and_stands_in_the_queue() {
        var product = steps.inPublicity("异议巡检仪甲型");
        var receipt = steps.received(product);
        var number = receipt.path("receiptNumber").asText();
        assertThat(number).matches("YY2026-[0-9]{7}-[0-9X]");
        assertThat(receipt.path("followUpCode").asText()).matches("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}");
        assertThat(steps.state(receipt)).isEqualTo("received");
        assertThat(told("filing.objection-received", "回执号" + number)).containsExactlyInAnyOrder("SMS", "EMAIL");

        var review = ObjectionSteps.review(steps.officer, number);
        var shown = steps.officer.get(review).json();

        assertThat(shown.path("type").asText()).isEqualTo("product-filing.objection");
        assertThat(shown.path("dueOn").asText()).isEqualTo("2027-01-04");
        assertThat(shown.path("dueProvisional").asBoolean()).isTrue();
        assertThat(shown.at("/snapshot/objection/content").asText()).contains("实测如此");
        assertThat(shown.at("/snapshot/product/name").asText()).isEqualTo("异议巡检仪甲型");
        assertThat(shown.at("/history/0/role").asText()).isEqualTo("applicant");
    }

    @Test
    @Tag("CO-58")
    @Tag("CO-55")
    void officers_see_masked_who_objects_and_in_clear_only_with_a_record() {
        var phone = phone();
        var number = right(steps.send(steps.form(steps.inPublicity("异议巡检仪乙型"), phone)), 201)
                .json()
                .path("receiptNumber")
                .asText();
        var review = ObjectionSteps.review(steps.officer, number);
        var path = ObjectionSteps.objection(steps.officer, review);

        for (var answer : List.of(steps.officer.get(review), steps.officer.get(path + "/handling"))) {
            assertThat(answer.text()).contains(NAME).doesNotContain(phone, EMAIL, ID_NUMBER);
        }

        var clear = right(steps.officer.get(path + "/handling/objector"), 200);
        assertThat(clear.text()).contains(NAME, "+86" + phone, EMAIL, ID_NUMBER);
        var trail = tongban.as("auditor")
                .get(PLATFORM + "/audit?subject=" + path.substring(path.lastIndexOf('/') + 1))
                .text();
        assertThat(trail)
                .contains("product-filing.objection.read-objector")
                .doesNotContain(phone)
                .doesNotContain(EMAIL)
                .doesNotContain(NAME);
    }

    @Test
    @Tag("CO-10")
    void everything_that_is_wrong_is_said_at_once_and_the_proof_stays_good() {
        var product = steps.inPublicity("异议巡检仪丙型");
        var form = steps.form(product, phone());
        var wrong = form.deepCopy().put("content", "太短").put("email", "x@y").put("objectorKind", "unit");
        wrong.remove("truthDeclared");

        var refused = steps.send(wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations())
                .contains("/truthDeclared required", "/contactName required", "/content min-length", "/email shape");
        right(steps.send(form), 201);
    }

    @Test
    @Tag("CO-25")
    void it_needs_the_proof_of_the_phone_that_it_names_and_uses_it_up() {
        var product = steps.inPublicity("异议巡检仪丁型");
        var form = steps.form(product, phone());
        assertThat(steps.send(form.deepCopy().put("phoneProof", "none")).violations())
                .containsExactly("/phoneProof proof-refused");
        assertThat(steps.send(form.deepCopy().put("phone", phone())).violations())
                .containsExactly("/phoneProof other-phone");
        right(steps.send(form), 201);
        assertThat(steps.send(form.deepCopy().put("content", "另一段完全不同的异议内容，说明另外一个问题，请核实处理。"))
                        .code())
                .isEqualTo("proof-refused");
    }

    @Test
    @Tag("PF-51")
    void only_what_is_in_publicity_or_recognised_is_objected_to() {
        var filed = steps.filed("异议巡检仪戊型");
        var refused = steps.send(steps.form(filed, phone()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not-open-to-objections");
        assertThat(refused.violations()).containsExactly("/productId not-open");
        assertThat(steps.send(steps.form(UUID.randomUUID(), phone())).code()).isEqualTo("not-open-to-objections");
        right(steps.send(steps.form(steps.recognised("异议巡检仪壬型"), phone())), 201);
    }

    @Test
    @Tag("PF-51")
    @Tag("PF-52")
    void what_is_held_by_one_in_time_is_not_held_on_by_more_after_the_last_day() {
        var held = steps.inPublicity("异议巡检仪癸型");
        var form = steps.form(held, phone());
        right(steps.send(form), 201);
        steps.rounds.daily(ObjectionSteps.PUBLICITY_OVER);
        var late = steps.send(steps.form(held, phone()));
        assertThat(late.code()).isEqualTo("not-open-to-objections");
        assertThat(late.text()).contains("公示期已满，异议处理中");
        var page =
                tongban.anonymous().get(PLATFORM + "/public/products/" + held).json();
        assertThat(page.path("state").asText()).isEqualTo("in-publicity");
        assertThat(page.path("stateTitle").asText()).isEqualTo("公示期已满，异议处理中");
        assertThat(page.path("stateMeaning").asText()).doesNotContain("任何人都可以提出异议");
        var card = tongban.anonymous()
                .get(PLATFORM + "/public/products?limit=100&state=in-publicity")
                .json()
                .path("items");
        assertThat(card.findValuesAsText("stateTitle")).contains("公示期已满");
    }

    @Test
    void evidence_is_uploaded_by_the_proof_and_taken_once() {
        var product = steps.inPublicity("异议巡检仪己型");
        var form = steps.form(product, phone());
        var anonymous =
                tongban.anonymous().with("Code-Proof", form.path("phoneProof").asText());
        var file = right(
                        anonymous.bytes(
                                "POST",
                                PLATFORM + "/public/files?slot=product-filing/objection",
                                FilingSteps.pdf(),
                                "application/pdf"),
                        201)
                .json()
                .path("id")
                .asText();
        form.putArray("evidence").add(file).add(UUID.randomUUID().toString());
        var refused = steps.send(form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("/evidence/1 file-unknown");
        form.putArray("evidence").add(file).add(file);
        assertThat(steps.send(form).violations()).containsExactly("/evidence/1 named-twice");
        form.withArray("evidence").remove(1);
        right(steps.send(form), 201);
    }

    @Test
    void a_receipt_without_its_code_tells_nothing() {
        var product = steps.inPublicity("异议巡检仪庚型");
        var one = steps.received(product);
        var other = steps.received(product);
        var number = one.path("receiptNumber").asText();
        assertThat(steps.progress(number, other.path("followUpCode").asText()).status())
                .isEqualTo(404);
        assertThat(steps.progress("YY2026-9999999-9", one.path("followUpCode").asText())
                        .status())
                .isEqualTo(404);
        assertThat(tongban.anonymous()
                        .get(ObjectionSteps.PUBLIC + "/progress?receiptNumber=" + number)
                        .status())
                .isEqualTo(400);
        var typed = one.path("followUpCode").asText().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(steps.progress(number.toLowerCase(Locale.ROOT), typed).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-28")
    void nobody_but_officers_for_objections_reaches_it() {
        var number = steps.received(steps.inPublicity("异议巡检仪辛型"))
                .path("receiptNumber")
                .asText();
        var path = ObjectionSteps.objection(steps.officer, ObjectionSteps.review(steps.officer, number));
        assertThat(tongban.as("reviewer").get(path + "/handling").status()).isEqualTo(403);
        assertThat(steps.unit.get(path).status()).isEqualTo(404);
        assertThat(steps.unit.get(OWN + "/objections").text()).doesNotContain(number);
        assertThat(tongban.anonymous().get(path + "/handling/objector").status())
                .isEqualTo(401);
    }
}
