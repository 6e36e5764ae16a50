package org.tongban.core.lostphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.lostphone.LostPhoneSteps.OFFICER;
import static org.tongban.core.lostphone.LostPhoneSteps.PLATFORM;
import static org.tongban.core.lostphone.LostPhoneSteps.asked;
import static org.tongban.core.lostphone.LostPhoneSteps.decided;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** What an account learns of a request for another phone in its place, and what not (CO-24b). */
@TongbanTest
@Tag("CO-24b")
class LostPhoneInboxTest {
    private static JsonNode inbox(Api api) {
        return api.get(PLATFORM + "/me/messages").json().path("items");
    }

    @Test
    @Tag("CO-38")
    void the_account_reads_of_a_request_and_its_refusal_and_nothing_of_who_asked(Tongban tongban) {
        var old = People.phone();
        var person = People.reachable(tongban, old);
        var phone = People.phone();
        var request = asked(tongban, person.login(), phone);
        var told = inbox(person.api()).path(0);
        assertThat(told.path("template").asText()).isEqualTo("core.lost-phone-asked");
        var link = told.path("link").asText();
        var number = link.substring(link.indexOf('=') + 1);
        assertThat(person.api().get(link).json().at("/items/0/number").asText()).isEqualTo(number);
        assertThat(told.path("text").asText())
                .startsWith("账号" + person.login() + "收到手机号停用申诉（" + number + "）。")
                .doesNotContain(phone.substring(3), "****", "已停机");

        decided(People.staff(tongban, OFFICER).api(), "platform.lost-phone", request, "{'decision': 'approve'}");
        var refused = decided(
                People.staff(tongban, OFFICER).api(),
                "platform.lost-phone-confirmation",
                request,
                "{'decision': 'reject', 'reason': '证明已过期'}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);

        assertThat(inbox(person.api()).path(0).path("text").asText())
                .isEqualTo("账号%s的手机号停用申诉（%s）未通过：证明已过期。".formatted(person.login(), number));
        for (var message : tongban.outbox()) {
            assertThat(message.path("to").asText())
                    .as("the lost phone is told nothing")
                    .isNotEqualTo(old);
        }
        assertThat(tongban.outbox().toString()).contains("您提交的手机号停用申诉（" + number + "）未通过：证明已过期。");
    }

    @Test
    @Tag("CO-15")
    void the_receipt_says_what_was_asked_for(Tongban tongban) throws IOException {
        var person = People.reachable(tongban, People.phone());
        asked(tongban, person.login(), People.phone());
        var mine = person.api()
                .get(PLATFORM + "/me/cases")
                .json()
                .at("/items/0/id")
                .asText();
        var receipt = person.api().get(PLATFORM + "/me/cases/" + mine + "/receipt");
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(200);
        try (var document = Loader.loadPDF(receipt.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("原手机号已停机。", "SHA-256");
        }
    }
}
