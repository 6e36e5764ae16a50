package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.ObjectionSteps.Held;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Who may prove a mailbox for a phone, and that officers see which was proven: the other may be anybody's (PF-60, PF-61). */
@TongbanTest
@Tag("PF-60")
@Tag("PF-61")
class ObjectionProofTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    ObjectionProofTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    /** A form of somebody who can use no captcha, and proves the mailbox. */
    private ObjectNode byMailbox(UUID product, String phone, String mailbox) {
        return steps.form(product, phone)
                .put("email", mailbox)
                .put(
                        "phoneProof",
                        Proofs.ofMailbox(
                                tongban, tongban.anonymous(), ProductFilingModule.REALM, "objection", mailbox));
    }

    private void assertShown(Held held, String provenBy, String chinese, String english) {
        var shown = right(steps.officer.get(held.path() + "/handling"), 200).json();
        assertThat(shown.path("provenBy").asText()).isEqualTo(provenBy);
        assertThat(shown.path("provenByTitle").asText()).isEqualTo(chinese);
        assertThat(right(steps.officer.with("Accept-Language", "en").get(held.path() + "/handling"), 200)
                        .json()
                        .path("provenByTitle")
                        .asText())
                .isEqualTo(english);
        var browser = steps.officersBrowser();
        var review = "/console/reviews/" + last(held.review());
        assertThat(right(browser.get(review), 200).text()).contains("异议人验证方式", chinese);
        assertThat(right(browser.get(review + "?lang=en"), 200).text()).contains("Proven of the objector", english);
        assertThat(right(browser.get("/console/sections/product-filing.objections/" + last(held.path())), 200)
                        .text())
                .contains("异议人验证方式", chinese);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void officers_see_that_the_phone_was_proven() {
        assertShown(steps.held("验证巡检仪甲型"), "phone", "手机号，以短信验证码验证", "The phone, by a code sent to it");
    }

    @Test
    @Tag("CO-25")
    void officers_see_that_the_mailbox_was_proven_and_the_phone_was_not_and_the_unit_never_does() {
        UUID product = steps.inPublicity("验证巡检仪乙型");
        var phone = phone();
        var held = steps.held(steps.send(byMailbox(product, phone, "z%s@example.org".formatted(phone))));
        assertShown(held, "email", "邮箱，以邮件验证码验证；手机号未经验证", "The mailbox, by a code sent to it; the phone is not proven");

        right(steps.takeUp(held), 200);
        right(steps.ask(held, ObjectionSteps.TEXT), 200);
        for (var path :
                new String[] {held.path(), ObjectionSteps.UNIT, PLATFORM + "/me/overview", PLATFORM + "/me/messages"}) {
            assertThat(right(steps.unit.get(path), 200).text()).doesNotContain("provenBy", "验证码验证", "未经验证");
        }
        right(steps.unit.get(held.path() + "/handling"), 403);
    }

    @Test
    @Tag("CO-25")
    @Tag("PO-3")
    void who_can_use_no_captcha_proves_the_mailbox_and_is_told_there_alone() {
        var product = steps.inPublicity("异议巡检仪卯型");
        var form = byMailbox(product, phone(), "liu.yang@example.org");
        assertThat(steps.send(form.deepCopy().put("email", "other@example.org")).violations())
                .containsExactly("/phoneProof other-mailbox");

        var receipt = right(steps.send(form), 201).json();

        var number = receipt.path("receiptNumber").asText();
        assertThat(steps.state(receipt)).isEqualTo("received");
        assertThat(steps.told("filing.objection-received", "回执号" + number)).containsExactly("EMAIL");
        assertThat(right(steps.send(form), 201).json()).isEqualTo(receipt);
        tongban.letCodesAge(Duration.ofSeconds(61));
        assertThat(steps.send(byMailbox(product, phone(), "liu.yang@example.org"))
                        .code())
                .isEqualTo("objection-open");
    }
}
