package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.mark.DrawMark;
import org.tongban.core.document.mark.DrawMark.Mark;
import org.tongban.core.module.Title;
import org.tongban.filing.RecognitionSteps.Recognised;
import org.tongban.testkit.Answer;
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

    private static String path(UUID recognition, String file) {
        return FilingSteps.OWN + "/recognitions/" + recognition + "/" + file;
    }

    private static Answer right(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static String text(Answer pdf) throws IOException {
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @Tag("PF-52")
    void the_unit_and_its_reviewers_download_the_certificate_and_nobody_else() throws IOException {
        var recognised = steps.recognised("证书巡检仪己型㐂");
        var path = path(recognised.id(), "certificate");

        var pdf = right(steps.filing.unit.get(path));

        assertThat(pdf.header("Content-Disposition")).startsWith("attachment").contains("RD2026-");
        assertThat(text(pdf))
                .contains("专利密集型产品认定证书", "经认定，下列产品为专利密集型产品", "证书巡检仪己型㐂", "2026年11月20日至2027年11月19日")
                .contains(document(recognised).number(), document(recognised).code());
        assertThat(steps.filing.unit.with("If-None-Match", pdf.etag()).get(path).status())
                .isEqualTo(304);
        assertThat(right(tongban.as("reviewer").get(path)).body()).isEqualTo(pdf.body());
        for (var file : List.of("certificate", "mark.png", "mark.svg")) {
            assertThat(tongban.as("unit-b").get(path(recognised.id(), file)).code())
                    .isEqualTo("not-found");
            assertThat(tongban.anonymous().get(path(recognised.id(), file)).status())
                    .isEqualTo(401);
            assertThat(tongban.as("admin").get(path(recognised.id(), file)).code())
                    .isEqualTo("not-found");
            assertThat(steps.filing.unit.get(path(UUID.randomUUID(), file)).code())
                    .isEqualTo("not-found");
        }
    }

    @Test
    @Tag("PF-52")
    void the_task_that_recognises_gives_the_unit_its_certificate_and_marks() throws IOException {
        var by = new RoundSteps(tongban, 2091);
        var recognition = by.inPublicity(by.open("证书巡检仪丑型"));
        var refused = by.holder.api().get(FilingSteps.OWN + "/recognitions/" + recognition + "/certificate");
        assertThat(refused.code()).isEqualTo("recognition-not-in-force");

        by.daily("2026-12-04T16:00:00Z");

        var number = by.shown(recognition).json().path("certificateNumber").asText();
        var id = UUID.fromString(recognition);
        assertThat(text(right(by.holder.api().get(path(id, "certificate")))))
                .contains(number, "2026年12月5日至2027年12月4日", "专利密集型产品认定管理中心");
        right(by.holder.api().get(path(id, "mark.png")));
        right(by.holder.api().get(path(id, "mark.svg")));
        assertThat(steps.filing.unit.get(path(id, "certificate")).code()).isEqualTo("not-found");
    }

    @Test
    @Tag("PF-52")
    void the_marks_lead_to_the_page_of_their_certificate() throws IOException {
        var recognised = steps.recognised("证书巡检仪庚型");
        var document = document(recognised);
        var mark = new Mark(
                new Title("专利密集型产品", "Patent-intensive product"),
                document.number(),
                new Title("2027年11月19日", "2027-11-19"),
                document.address());
        var draw = tongban.context().getBean(DrawMark.class);

        var png = right(steps.filing.unit.get(path(recognised.id(), "mark.png")));
        var svg = right(steps.filing.unit.get(path(recognised.id(), "mark.svg")));

        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(png.header("Content-Disposition"))
                .contains("filename*=UTF-8''%E4%B8%93")
                .endsWith(document.number() + ".png");
        assertThat(png.body()).isEqualTo(draw.png(mark));
        assertThat(ImageIO.read(new ByteArrayInputStream(png.body())).getWidth())
                .isEqualTo(1200);
        assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(svg.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(svg.body()).isEqualTo(draw.svg(mark));
        assertThat(steps.filing
                        .unit
                        .with("If-None-Match", png.etag())
                        .get(path(recognised.id(), "mark.png"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    @Tag("PF-52")
    @Tag("PF-54")
    void what_is_not_in_force_has_no_mark_and_its_certificate_says_so() throws IOException {
        var unit = steps.filing.unit;
        var candidate = steps.inPublicity(steps.filed("证书巡检仪辛型"), 2026, LocalDate.of(2026, 11, 19));
        for (var file : List.of("certificate", "mark.png", "mark.svg")) {
            var refused = unit.get(path(candidate.id(), file));
            assertThat(refused.code()).isEqualTo("recognition-not-in-force");
            assertThat(refused.json().path("state").asText()).isEqualTo("in-publicity");
        }
        var recognised = steps.recognised("证书巡检仪壬型");
        var kept = right(unit.get(path(recognised.id(), "certificate"))).body();
        var objection = UUID.randomUUID();
        steps.uphold(recognised, objection);
        assertThat(text(right(unit.get(path(recognised.id(), "certificate"))))).contains("已撤销 Revoked 2026年11月20日");
        assertThat(unit.get(path(recognised.id(), "mark.svg")).code()).isEqualTo("recognition-not-in-force");
        steps.restore(objection);
        assertThat(right(unit.get(path(recognised.id(), "certificate"))).body()).isEqualTo(kept);
        right(unit.get(path(recognised.id(), "mark.svg")));
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(365)));
        var over = steps.filing.unit.get(path(recognised.id(), "mark.png"));
        assertThat(over.json().path("state").asText()).as(over.toString()).isEqualTo("expired");
        assertThat(right(unit.get(path(recognised.id(), "certificate"))).body()).isEqualTo(kept);
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
