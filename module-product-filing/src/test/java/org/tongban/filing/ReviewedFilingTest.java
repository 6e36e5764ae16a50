package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A filing in review and after it: taken back, compared, corrected (PF-34b, CO-46b, CO-46e). */
@TongbanTest
class ReviewedFilingTest {
    private static Answer right(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private static String caseOf(FilingSteps steps, String product) {
        for (var found : steps.unit
                .get(PLATFORM + "/me/cases?state=open&limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(product)) {
                return PLATFORM + "/me/cases/" + found.path("id").asText();
            }
        }
        throw new AssertionError("no case of " + product);
    }

    @Test
    @Tag("PF-34b")
    @Tag("CO-46c")
    void a_unit_takes_a_filing_back_and_submits_it_again(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("撤回巡检仪甲型");
        right(steps.submit(id), 200);
        right(steps.unit.post(caseOf(steps, id) + "/withdraw"), 200);
        assertThat(steps.unit.get(OWN + "/products/" + id).json().path("state").asText())
                .isEqualTo("draft");
        right(steps.submit(id), 200);
        var review = PLATFORM + "/reviews/" + steps.claimed(id);
        var changes = tongban.as("reviewer").get(review + "/changes").json();
        assertThat(changes.path("previous").asText()).startsWith("CP2026-");
        assertThat(changes.path("fields")).isEmpty();
    }

    @Test
    @Tag("CO-15")
    void the_receipt_names_the_linked_patents(Tongban tongban) throws IOException {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("回执巡检仪甲型");
        right(steps.submit(id), 200);
        var mine = caseOf(steps, id);
        var patent = steps.unit.get(mine).json().at("/snapshot/linkedPatents/0");
        try (var receipt =
                Loader.loadPDF(right(steps.unit.get(mine + "/receipt"), 200).body())) {
            var text = new PDFTextStripper().getText(receipt).replaceAll("\\s", "");
            assertThat(text)
                    .contains((patent.path("patentNumber").asText()
                                    + patent.path("title").asText())
                            .replaceAll("\\s", ""))
                    .doesNotContain(patent.path("id").asText());
        }
    }

    @Test
    @Tag("CO-46e")
    void two_officers_put_a_filed_products_text_right_and_the_public_reads_it(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("勘误巡检仪甲型");
        right(steps.submit(id), 200);
        var review = PLATFORM + "/reviews/" + steps.claimed(id);
        right(steps.decideClaimed(review, "{'decision': 'approve'}"), 200);
        var officer = tongban.as("reviewer");
        var before =
                officer.get(review).json().at("/snapshot/product/introduction").asText();
        var change = "{'reason': '有错别字。', 'changes': [{'pointer': '%s', 'before': '%s', 'after': '%s'}]}";
        assertThat(officer.post(review + "/corrections", Api.json(change.formatted("/product/sales", "1000", "2000")))
                        .violations())
                .contains("/changes/0/pointer not-correctable");
        var proposed = right(
                officer.post(
                        review + "/corrections",
                        Api.json(change.formatted("/product/introduction", before, "用于线路巡检与勘误。"))),
                201);
        var correction = PLATFORM + "/reviews/" + proposed.json().path("id").asText();
        var second = tongban.as("reviewer-2");
        right(second.post(correction + "/claim"), 200);
        var confirmed = Checklists.ticked(second, correction, Api.json("{'decision': 'approve'}"));
        right(second.post(correction + "/decision", confirmed), 200);
        assertThat(tongban.anonymous().get(PLATFORM + "/public/products/" + id).text())
                .contains("用于线路巡检与勘误。");
        assertThat(steps.unit
                        .get(OWN + "/products/" + id + "/product")
                        .json()
                        .path("introduction")
                        .asText())
                .isEqualTo("用于线路巡检与勘误。");
    }
}
