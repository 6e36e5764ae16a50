package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.filing.RecognitionSteps.Recognised;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What anybody is told by the number of a certificate (PF-70, PF-71). */
@TongbanTest
class CertificateNumberTest {
    private final Tongban tongban;
    private final RecognitionSteps steps;

    CertificateNumberTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new RecognitionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private IssuedDocument document(Recognised recognised) {
        return tongban.context()
                .getBean(IssuedDocuments.class)
                .latest(recognised.id(), "product-filing/recognition")
                .orElseThrow();
    }

    private JsonNode told(String typed) {
        var answer = tongban.anonymous()
                .get(OWN + "/public/recognitions/" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    @Test
    @Tag("PF-70")
    @Tag("PF-71")
    void a_certificate_is_found_by_its_number_as_it_was_typed() {
        var recognised = steps.recognised("证书巡检仪癸型");
        var document = document(recognised);
        var number = document.number();

        var shown = told(number.toLowerCase(Locale.ROOT).replace('-', '　'));

        assertThat(shown.path("certificateNumber").asText()).isEqualTo(number);
        assertThat(shown.path("state").asText()).isEqualTo("recognised");
        assertThat(shown.path("page").asText()).isEqualTo(document.address());
        assertThat(shown.at("/shownProduct/state").asText()).isEqualTo("recognised");
        assertThat(tongban.anonymous()
                        .get(shown.at("/shownProduct/href").asText())
                        .status())
                .isEqualTo(200);
        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "certificateNumber",
                        "state",
                        "stateTitle",
                        "recognisedOn",
                        "validUntil",
                        "product",
                        "model",
                        "category",
                        "industry",
                        "filingNumber",
                        "unit",
                        "creditCode",
                        "page",
                        "shownProduct");
        var last = number.charAt(number.length() - 1);
        var wrong = number.substring(0, number.length() - 1) + (last == '7' ? '8' : '7');
        var refused = tongban.anonymous().get(OWN + "/public/recognitions/" + wrong);
        assertThat(refused.violations()).containsExactly("/certificateNumber check-digit");
        // The number of the filing is none of a certificate.
        assertThat(tongban.anonymous()
                        .get(OWN + "/public/recognitions/"
                                + shown.path("filingNumber").asText())
                        .code())
                .isEqualTo("not-found");
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public/documents/" + number)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo(document.code());
    }

    @Test
    @Tag("PF-70")
    @Tag("PF-54")
    void a_number_answers_after_the_recognition_has_ended_too() {
        var first = steps.recognised("证书巡检仪子型");
        var number = document(first).number();
        var objection = UUID.randomUUID();
        steps.uphold(first, objection);
        var revoked = told(number);
        assertThat(revoked.path("state").asText()).isEqualTo("revoked");
        assertThat(revoked.path("revokedOn").asText()).isEqualTo("2026-11-20");
        assertThat(revoked.at("/shownProduct/state").asText()).isEqualTo("filed");
        steps.restore(objection);
        assertThat(told(number).path("state").asText()).isEqualTo("recognised");
        assertThat(told(number).has("revokedOn")).isFalse();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(300)));
        var next = document(steps.recognised(first.product(), 2027)).number();
        assertThat(told(number).path("state").asText()).isEqualTo("superseded");
        assertThat(told(number).path("supersededBy").asText()).isEqualTo(next);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(700)));
        assertThat(told(next).path("state").asText()).isEqualTo("expired");
    }

    private Answer asked(String language, String accept, String path) {
        var answer = tongban.anonymous()
                .unchecked()
                .with("Accept", accept)
                .with("Accept-Language", language)
                .get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    @Tag("PF-71")
    @Tag("PO-2")
    @Tag("PO-3")
    void in_english_the_industry_is_named_in_english_and_what_has_no_such_name_is_marked_as_chinese() {
        var document = document(steps.recognised("证书巡检仪寅型"));
        var english = "Manufacture of computers, communication and other electronic equipment";
        var chinese = "计算机、通信和其他电子设备制造业";
        var page = "/verify/" + document.number();

        assertThat(asked("en", "text/html", page).text())
                .contains("<dt>Industry</dt><dd>" + english + "</dd>", "<span lang=\"zh-CN\">示例：离心泵</span>")
                .doesNotContain(chinese);
        assertThat(asked("zh", "text/html", page).text())
                .contains("<dt>所属行业</dt><dd>" + chinese + "</dd>")
                .doesNotContain(english);
        var json = "application/json";
        var byNumber = OWN + "/public/recognitions/" + document.number();
        assertThat(asked("en", json, byNumber).json().path("industry").asText()).isEqualTo(english);
        assertThat(asked("zh", json, byNumber).json().path("industry").asText()).isEqualTo(chinese);
        var byCode = PLATFORM + "/public/documents/" + document.code();
        assertThat(asked("en", json, byCode).json().path("facts").findValuesAsText("value"))
                .contains(english, "示例：离心泵");
        // What is signed is what stands on the paper, whoever asks.
        assertThat(payload(asked("en", "*/*", byCode + "/jws")))
                .contains(chinese)
                .doesNotContain(english);
    }

    private static String payload(Answer signed) {
        return new String(Base64.getUrlDecoder().decode(signed.text().split("[.]")[1]), StandardCharsets.UTF_8);
    }
}
