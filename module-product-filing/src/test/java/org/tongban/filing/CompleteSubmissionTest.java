package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What a submission must have, and what a reviewer must say of it (PF-31 to PF-37). */
@TongbanTest
class CompleteSubmissionTest {
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-05T02:00:00Z");

    private final Tongban tongban;
    private final FilingSteps steps;

    CompleteSubmissionTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new FilingSteps(tongban).withPatents();
    }

    private static Answer right(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static String path(String product) {
        return OWN + "/products/" + product;
    }

    private Answer with(String name, ObjectNode product) {
        var id = steps.complete(name);
        var picture = FilingSteps.upload(steps.unit, "picture", FilingSteps.picture(), "image/png");
        steps.save(id, "product", product.put("name", name).put("mainPicture", picture));
        return steps.submit(id);
    }

    @Test
    @Tag("PF-31")
    void a_draft_keeps_its_figures_over_the_turn_of_the_year_and_they_are_to_be_confirmed() {
        var id = steps.complete("跨年巡检仪甲型");
        assertThat(steps.unit.get(path(id)).json().path("figuresStale").asBoolean())
                .isFalse();
        tongban.clock().moveTo(NEXT_YEAR);

        var stale = steps.unit.get(path(id));
        assertThat(stale.json().path("figuresStale").asBoolean()).isTrue();
        assertThat(stale.json().at("/product/sales").asText()).isEqualTo("1000");
        assertThat(stale.json().at("/dataYear/from").asText()).isEqualTo("2026-01-01");
        assertThat(stale.json().path("actions").toString()).contains("confirm-figures");
        assertThat(steps.submit(id).violations()).contains("/product stale", " asset-information-required");
        // A save that leaves them as they were is no confirmation.
        steps.save(id, "product", (ObjectNode) stale.json().path("product"));
        assertThat(steps.submit(id).violations()).contains("/product stale");
        var confirmation = path(id) + "/figures-confirmation";
        assertThat(steps.unit.post(confirmation).status()).isEqualTo(428);
        assertThat(steps.unit.with("If-Match", stale.etag()).post(confirmation).status())
                .isEqualTo(412);
        assertThat(tongban.as("unit-b")
                        .with("If-Match", stale.etag())
                        .post(confirmation)
                        .status())
                .isEqualTo(404);

        var etag = steps.unit.get(path(id)).etag();
        var confirmed = right(steps.unit.with("If-Match", etag).post(confirmation));

        assertThat(confirmed.json().path("figuresStale").asBoolean()).isFalse();
        assertThat(steps.submit(id).violations()).containsExactly(" asset-information-required");
    }

    @Test
    @Tag("PF-31")
    void the_contribution_index_is_found_in_one_of_four_ways() {
        assertThat(with("四法巡检仪甲型", steps.product("")).status()).isEqualTo(200);
        var wrong = steps.product("").put("contributionIndex", "12.50");
        assertThat(with("四法巡检仪乙型", wrong).violations()).containsExactly("/product/contributionIndex formula");
        var silent = steps.product("");
        silent.remove("contributionK");
        assertThat(with("四法巡检仪丙型", silent).violations()).containsExactly("/product/contributionK required");
        for (var way : new String[] {"market-increment", "licence-rate"}) {
            var product = steps.product("").put("contributionMethod", way).put("contributionIndex", "40.00");
            product.remove("contributionK");
            assertThat(with("四法巡检仪丁型" + way, product).status()).as(way).isEqualTo(200);
        }
        var own = steps.product("").put("contributionMethod", "own-calculation");
        assertThat(with("四法巡检仪戊型", own).violations()).containsExactly("/product/contributionExplanation required");
        own.put("contributionExplanation", "按专利技术节约的成本测算。");
        assertThat(with("四法巡检仪己型", own).status()).isEqualTo(200);
        assertThat(with("四法巡检仪庚型", own.put("contributionMethod", "guess")).violations())
                .containsExactly("/product/contributionMethod enum");
    }

    @Test
    @Tag("PF-32")
    void whether_a_patent_is_public_is_a_choice_and_a_dispute_has_its_numbers() {
        var id = steps.complete("选择巡检仪甲型");
        var patents = steps.patents();
        ((ObjectNode) patents.at("/patents/0")).remove("publicAtFiling");
        ((ObjectNode) patents.at("/patents/1")).put("inDispute", true);
        steps.save(id, "patents", patents);
        assertThat(steps.submit(id).violations())
                .containsExactlyInAnyOrder(
                        "/patents/0/publicAtFiling required", "/patents/1/invalidationCaseNumbers required");
        ((ObjectNode) patents.at("/patents/0")).put("publicAtFiling", true);
        ((ObjectNode) patents.at("/patents/1"))
                .putArray("invalidationCaseNumbers")
                .add("4W112345")
                .add("4W112346");
        steps.save(id, "patents", patents);
        right(steps.submit(id));
    }

    @Test
    @Tag("PF-32")
    void patents_named_like_the_product_and_not_linked_are_hinted_at() {
        var id = steps.draft();
        var titles = steps.unit.get(OWN + "/patents?limit=100").json().path("items");
        var title = titles.path(0).path("title").asText();
        steps.save(id, "product", steps.product(title.length() > 40 ? title.substring(0, 40) : title));
        var hints = right(steps.unit.get(path(id) + "/hints")).json().path("items");
        assertThat(hints.findValuesAsText("code")).contains("not-linked");
        assertThat(hints.toString()).containsPattern("还有[1-9][0-9]*件有效专利");

        var other = steps.draft();
        steps.save(other, "product", steps.product("糖果礼盒").put("netProfit", "999999"));
        assertThat(steps.unit.get(path(other) + "/hints").json().path("items").findValuesAsText("code"))
                .containsExactly("above-unit");
        assertThat(tongban.as("unit-b").get(path(other) + "/hints").status()).isEqualTo(404);
    }

    @Test
    @Tag("PF-32")
    void a_patent_that_the_registry_does_not_know_is_approved_with_a_note_alone() {
        var id = steps.complete("核实巡检仪甲型");
        var unverified = steps.patent("202121635235.X");
        verified(unverified, false);
        try {
            right(steps.submit(id));
            var review = PLATFORM + "/reviews/" + steps.claimed(id);
            var silent = steps.decideClaimed(review, "{'decision': 'approve'}");
            assertThat(silent.status()).as(silent.toString()).isEqualTo(400);
            assertThat(silent.violations()).containsExactly("/reason unverified-patents");
            assertThat(steps.unit.get(path(id)).json().path("state").asText()).isEqualTo("in-review");
            right(steps.decideClaimed(review, "{'decision': 'approve', 'reason': '已核对专利登记簿副本，专利有效。'}"));
            assertThat(steps.unit.get(path(id)).json().path("state").asText()).isEqualTo("filed");
        } finally {
            verified(unverified, true);
        }
    }

    /** Stands for a patent that was entered by hand. */
    private void verified(String patent, boolean known) {
        Rows.change(
                tongban, "update product_filing.patent set verified = ? where id = ?", known, UUID.fromString(patent));
    }

    @Test
    @Tag("PF-33")
    void a_filing_without_its_proofs_is_refused() {
        var id = steps.complete("举证巡检仪甲型");
        steps.save(id, "evidence", (ObjectNode) Api.json("{}"));
        assertThat(steps.submit(id).violations())
                .containsExactlyInAnyOrder(
                        "/evidence/economicProof required",
                        "/evidence/regulatedTrade required",
                        "/evidence/compulsoryCertification required");
        var yes = steps.evidence().put("regulatedTrade", true).put("compulsoryCertification", true);
        steps.save(id, "evidence", yes);
        assertThat(steps.submit(id).violations())
                .containsExactlyInAnyOrder(
                        "/evidence/productionLicence required", "/evidence/certificationProof required");
        for (var proof : new String[] {"productionLicence", "certificationProof"}) {
            yes.putArray(proof).add(FilingSteps.upload(steps.unit, "pdf-20", FilingSteps.pdf(), "application/pdf"));
        }
        steps.save(id, "evidence", yes);
        right(steps.submit(id));
    }

    @Test
    @Tag("PF-33")
    void the_flags_of_the_category_preset_the_answers_and_force_yes() {
        var id = steps.complete("纯电动轿车甲型");
        var preset = steps.unit.get(path(id)).json().path("presets");
        assertThat(preset.at("/regulatedTrade/forced").asBoolean()).isFalse();
        assertThat(preset.at("/regulatedTrade/answer").asBoolean()).isFalse();

        steps.save(id, "product", steps.product("纯电动轿车甲型").put("categoryCode", "9701010101"));

        preset = steps.unit.get(path(id)).json().path("presets");
        assertThat(preset.at("/regulatedTrade/answer").asBoolean()).isTrue();
        assertThat(preset.at("/compulsoryCertification/forced").asBoolean()).isTrue();
        assertThat(steps.submit(id).violations())
                .containsExactlyInAnyOrder(
                        "/evidence/regulatedTrade forced", "/evidence/compulsoryCertification forced");
    }

    @Test
    @Tag("PF-34")
    void every_part_is_judged_at_once_and_nothing_is_saved() {
        var id = steps.complete("齐查巡检仪甲型");
        var product = steps.product("齐查巡检仪甲型").put("sales", "99999999");
        product.remove("model");
        var patents = steps.patents();
        ((ObjectNode) patents.at("/patents/1")).remove("role");
        ((ObjectNode) patents.at("/patents/0"))
                .put("patentId", UUID.randomUUID().toString());
        steps.save(id, "product", product);
        steps.save(id, "patents", patents);
        steps.save(id, "evidence", (ObjectNode) Api.json("{'regulatedTrade': false}"));
        var before = steps.unit.get(path(id));

        var refused = steps.submit(id);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("filing-not-complete");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/product/model required",
                        "/product/sales above-unit",
                        "/patents/0/patentId unknown-patent",
                        "/patents/1/role required",
                        "/evidence/economicProof required",
                        "/evidence/compulsoryCertification required");
        assertThat(steps.unit.get(path(id)).json()).isEqualTo(before.json());
    }

    @Test
    @Tag("PF-36")
    void the_declarations_are_kept_with_their_text_and_its_version() {
        var id = steps.complete("声明巡检仪甲型");
        var product = steps.product("声明巡检仪甲型");
        product.putArray("declarations").add("legal-responsibility").add("all-patents-linked");
        steps.save(id, "product", product);
        assertThat(steps.submit(id).violations()).contains("/product/declarations min-items");
        steps.save(id, "product", steps.product("声明巡检仪甲型"));
        right(steps.submit(id));
        var declared = tongban.as("reviewer")
                .get(PLATFORM + "/reviews/" + steps.claimed(id))
                .json()
                .at("/snapshot/declared");
        assertThat(declared.findValuesAsText("code"))
                .containsExactly("legal-responsibility", "network-security-law", "all-patents-linked");
        assertThat(declared.findValuesAsText("form")).containsOnly("product-filing/product@1");
        assertThat(declared.findValuesAsText("text")).contains("本单位遵守《网络安全法》");
        var notices = tongban.anonymous()
                .get(PLATFORM + "/forms/product-filing/product/1")
                .text();
        assertThat(notices).contains("特别说明：单位应对在本平台所填信息自行承担法律责任", "违反法律要承担相应责任");
    }

    @Test
    @Tag("PF-37")
    void a_filing_is_decided_once_its_checklist_was_gone_through_and_what_failed_is_a_remark() {
        var id = steps.complete("核对巡检仪甲型");
        right(steps.submit(id));
        var review = PLATFORM + "/reviews/" + steps.claimed(id);
        var reviewer = tongban.as("reviewer");
        var points = reviewer.get(review).json().path("checklist");
        assertThat(points.findValuesAsText("id"))
                .containsExactly(
                        "common-name",
                        "field-of-use",
                        "one-series",
                        "patents-in-use",
                        "design-matches",
                        "patents-complete",
                        "evidence-legible");
        assertThat(reviewer.post(review + "/decision", Api.json("{'decision': 'approve'}"))
                        .status())
                .isEqualTo(400);
        ObjectNode decision =
                Api.json("{'decision': 'approve', 'reason': '漏列专利'}").deepCopy();
        var list = decision.putArray("checklist");
        points.forEach(point -> list.addObject()
                .put("id", point.path("id").asText())
                .put("passed", !point.path("id").asText().equals("patents-complete")));
        assertThat(reviewer.post(review + "/decision", decision).status()).isEqualTo(400);

        right(reviewer.post(review + "/decision", decision.put("decision", "return")));

        var returned = steps.unit.get(path(id)).json();
        assertThat(returned.path("state").asText()).isEqualTo("returned");
        assertThat(returned.at("/lastDecision/remarks").toString()).contains("相关专利没有遗漏");
    }
}
