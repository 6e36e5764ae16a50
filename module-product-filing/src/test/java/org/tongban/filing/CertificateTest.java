package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.filing.RecognitionSteps.Recognised;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The certificate of a recognition, from its issue to its end (PF-52, PF-54). */
@TongbanTest
class CertificateTest {
    private final Tongban tongban;
    private final RecognitionSteps steps;

    CertificateTest(Tongban tongban) {
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

    private JsonNode verified(IssuedDocument document) {
        return tongban.anonymous()
                .get(PLATFORM + "/public/documents/" + document.code())
                .json();
    }

    private String state(IssuedDocument document) {
        return verified(document).path("state").asText();
    }

    @Test
    @Tag("PF-52")
    @Tag("PF-71")
    @Tag("CO-60")
    void a_recognition_has_a_certificate_that_says_what_is_public_of_the_product() {
        var document = document(steps.recognised("证书巡检仪甲型"));

        var shown = verified(document);

        assertThat(shown.path("state").asText()).isEqualTo("valid");
        assertThat(shown.path("title").asText()).isEqualTo("专利密集型产品认定证书");
        assertThat(shown.path("number").asText()).matches("RD2026-[0-9]{7}-[0-9X]");
        assertThat(shown.path("validFrom").asText()).isEqualTo("2026-11-20");
        assertThat(shown.path("validUntil").asText()).isEqualTo("2027-11-19");
        assertThat(shown.path("facts").findValuesAsText("name"))
                .containsExactly("product", "model", "categoryCode", "industryCode", "filingNumber", "creditCode");
        assertThat(shown.path("facts").findValuesAsText("value")).contains("证书巡检仪甲型", "XJ-200");
    }

    @Test
    @Tag("PF-54")
    @Tag("CO-46d")
    @Tag("CO-60b")
    void an_upheld_objection_revokes_it_and_its_fall_gives_the_same_code_back() {
        var recognised = steps.recognised("证书巡检仪乙型");
        var document = document(recognised);
        var jws = PLATFORM + "/public/documents/" + document.code() + "/jws";
        var objection = UUID.randomUUID();

        steps.uphold(recognised, objection);

        assertThat(state(document)).isEqualTo("revoked");
        assertThat(tongban.anonymous().get(jws).code()).isEqualTo("document-withdrawn");
        steps.restore(objection);
        assertThat(document(recognised)).isEqualTo(document);
        assertThat(state(document)).isEqualTo("valid");
        assertThat(tongban.anonymous().get(jws).status()).isEqualTo(200);
    }

    @Test
    @Tag("PF-53")
    void the_next_recognition_of_a_product_takes_the_place_of_the_one_in_force() {
        var first = steps.recognised("证书巡检仪丙型");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(300)));
        var next = document(steps.recognised(first.product(), 2027));

        var former = verified(document(first));

        assertThat(former.path("state").asText()).isEqualTo("superseded");
        assertThat(former.path("supersededBy").asText()).isEqualTo(next.number());
        assertThat(state(next)).isEqualTo("valid");
    }

    @Test
    @Tag("PF-53")
    void one_that_was_revoked_is_not_superseded_by_the_next() {
        var first = steps.recognised("证书巡检仪丁型");
        steps.uphold(first, UUID.randomUUID());
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(300)));
        var next = document(steps.recognised(first.product(), 2027));
        assertThat(state(document(first))).isEqualTo("revoked");
        assertThat(state(next)).isEqualTo("valid");
    }

    @Test
    @Tag("PF-53")
    void after_its_last_day_it_says_that_it_is_expired() {
        var document = document(steps.recognised("证书巡检仪戊型"));
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(364)));
        assertThat(state(document)).isEqualTo("valid");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(365)));
        assertThat(state(document)).isEqualTo("expired");
    }
}
