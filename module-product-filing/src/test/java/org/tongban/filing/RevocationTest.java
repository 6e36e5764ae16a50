package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A filing ends: its unit asks for it, or confirms that its patents have all lapsed (PF-35). */
@TongbanTest
@Tag("PF-35")
class RevocationTest {
    private static final JsonNode LEFT_MARKET = Api.json("{'reason': 'left-market'}");
    private static final String PATENT = "202121751980.0";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 32;

    private final Tongban tongban;
    private final FilingSteps steps;

    RevocationTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new FilingSteps(tongban).withPatents();
    }

    private static Answer right(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private static String path(String product) {
        return OWN + "/products/" + product;
    }

    private String filed(String name) {
        var id = steps.complete(name);
        return filed(id, name);
    }

    private String filed(String id, String name) {
        right(steps.submit(id), 200);
        right(steps.decide(id, "{'decision': 'approve'}"), 200);
        assertThat(state(id)).as(name).isEqualTo("filed");
        return id;
    }

    /** One that rests on a single patent. */
    private String filedByOnePatent(String name) {
        var id = steps.complete(name);
        var patents = (ObjectNode) Api.json("{'patents': []}");
        FilingSteps.link(patents, steps.patent(PATENT), true);
        steps.save(id, "patents", patents);
        return filed(id, name);
    }

    private String state(String product) {
        return steps.unit.get(path(product)).json().path("state").asText();
    }

    private int publicStatus(String product) {
        return tongban.anonymous().get(PLATFORM + "/public/products/" + product).status();
    }

    private String ask(String product) {
        return right(steps.unit.post(path(product) + "/revocation", LEFT_MARKET), 201)
                .json()
                .path("id")
                .asText();
    }

    private List<String> told() {
        return tongban.outbox().findValuesAsText("text");
    }

    /** In the registry as well, which the unit's list follows every day. */
    private void status(String legalStatus) {
        Rows.change(
                tongban,
                "update core.patent_registry set legal_status = ? where patent_number = ?",
                legalStatus.toLowerCase(Locale.ROOT),
                PATENT);
        Rows.change(
                tongban,
                "update product_filing.patent set legal_status = ? where id = ?",
                legalStatus,
                UUID.fromString(steps.patent(PATENT)));
    }

    private void watchAfter(int days) {
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(days)));
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("product-filing.watch-lapses"))
                .forEach(TaskBody::run);
    }

    @Test
    @Tag("PF-80")
    @Tag("PF-70")
    void a_unit_asks_and_what_is_approved_leaves_the_public_page() {
        var id = filed("撤销巡检仪甲型");
        var asked = path(id) + "/revocation";
        assertThat(steps.unit.get(asked).status()).isEqualTo(404);
        assertThat(steps.unit.post(asked, Api.json("{'reason': 'own-wish'}")).violations())
                .containsExactly("/explanation required");
        assertThat(steps.unit.post(asked, Api.json("{'reason': 'boredom'}")).status())
                .isEqualTo(400);
        assertThat(tongban.as("unit-b").post(asked, LEFT_MARKET).status()).isEqualTo(404);
        assertThat(state(id)).isEqualTo("filed");

        var revocation = ask(id);

        assertThat(state(id)).isEqualTo("revocation-in-review");
        assertThat(publicStatus(id)).isEqualTo(200);
        var again = steps.unit.post(asked, LEFT_MARKET);
        assertThat(again.code()).isEqualTo("illegal-move");
        right(steps.decide(revocation, "{'decision': 'approve'}"), 200);

        assertThat(state(id)).isEqualTo("revoked");
        assertThat(told()).contains("您的产品“撤销巡检仪甲型”已撤销备案。");
        assertThat(publicStatus(id)).isEqualTo(404);
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public/products?q=202121635235.X&limit=100")
                        .text())
                .doesNotContain(id);
        assertThat(steps.unit.get(OWN + "/products?state=revoked&limit=100").text())
                .contains(id);
        assertThat(steps.unit.get(asked).json().path("document").path("reason").asText())
                .isEqualTo("left-market");
        assertThat(steps.unit.post(asked, LEFT_MARKET).code()).isEqualTo("illegal-move");
        assertThat(steps.unit.delete(path(id)).code()).isEqualTo("illegal-move");
        // The same product may be filed anew.
        filed("撤销巡检仪甲型");
    }

    @Test
    @Tag("PF-80")
    void a_refusal_gives_its_reason_and_what_is_taken_back_is_told_to_nobody() {
        var id = filed("撤销巡检仪乙型");
        right(steps.decide(ask(id), "{'decision': 'reject', 'reason': '产品仍在销售'}"), 200);
        assertThat(state(id)).isEqualTo("filed");
        assertThat(told()).contains("您的产品“撤销巡检仪乙型”的撤销备案申请未通过：产品仍在销售。");
        var second = ask(id);
        var mine = "";
        for (var found : steps.unit
                .get(PLATFORM + "/me/cases?state=open&limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(second)) {
                mine = PLATFORM + "/me/cases/" + found.path("id").asText();
            }
        }
        var before = told().size();
        right(steps.unit.post(mine + "/withdraw"), 200);
        assertThat(state(id)).isEqualTo("filed");
        assertThat(told()).hasSize(before);
        assertThat(publicStatus(id)).isEqualTo(200);
    }

    @Test
    @Tag("CO-46d")
    @Tag("PF-80")
    void a_revocation_that_falls_gives_the_filing_back_with_its_number_and_date() {
        var id = filed("撤销巡检仪丙型");
        var before = steps.unit.get(path(id)).json();
        var revocation = ask(id);
        var review = PLATFORM + "/reviews/" + steps.claimed(revocation);
        var number = tongban.as("reviewer").get(review).json().path("number").asText();
        assertThat(number).startsWith("CX2026-");
        right(steps.decideClaimed(review, "{'decision': 'approve'}"), 200);
        assertThat(publicStatus(id)).isEqualTo(404);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(3)));
        var asked = right(
                steps.unit.post(
                        PLATFORM + "/me/re-examinations",
                        Api.json("{'caseNumber': '%s', 'reason': '误选了产品，该产品仍在生产和销售。'}".formatted(number))),
                201);
        var again = PLATFORM + "/reviews/" + asked.json().path("id").asText();
        var other = tongban.as("reviewer-2");
        right(other.post(again + "/claim"), 200);
        var twin = filed("撤销巡检仪丙型");
        var clash = other.post(again + "/decision", Api.json("{'decision': 'approve'}"));
        assertThat(clash.code()).as(clash.toString()).isEqualTo("illegal-move");
        right(steps.decide(ask(twin), "{'decision': 'approve'}"), 200);

        right(other.post(again + "/decision", Api.json("{'decision': 'approve'}")), 200);

        var after = steps.unit.get(path(id)).json();
        assertThat(after.path("state").asText()).isEqualTo("filed");
        assertThat(after.path("filingNumber")).isEqualTo(before.path("filingNumber"));
        assertThat(after.path("filedOn")).isEqualTo(before.path("filedOn"));
        assertThat(publicStatus(id)).isEqualTo(200);
    }

    @Test
    @Tag("PF-80")
    @Tag("CO-83c")
    void when_all_patents_have_lapsed_the_unit_is_asked_and_its_word_is_enough() {
        var id = filedByOnePatent("撤销巡检仪丁型");
        var prompt = "产品“撤销巡检仪丁型”所关联的专利已全部失效或转让，请登录确认撤销备案。";
        assertThat(steps.unit.post(path(id) + "/revocation/confirmation").code())
                .isEqualTo("patents-valid");
        status("LAPSED");
        try {
            watchAfter(0);
            await().atMost(PATIENCE).until(() -> told().contains(prompt));
            var shown = steps.unit.get(path(id)).json();
            assertThat(shown.path("lapsedOn").asText()).isEqualTo("2026-11-20");
            assertThat(shown.path("actions").toString()).contains("confirm-revocation");
            assertThat(shown.path("state").asText()).isEqualTo("filed");
            var page = tongban.anonymous().get(PLATFORM + "/public/products/" + id);
            assertThat(page.text()).contains("已不再有效");
            watchAfter(6);
            assertThat(told().stream().filter(prompt::equals)).hasSize(1);
            watchAfter(7);
            await().atMost(PATIENCE)
                    .until(() -> told().stream().filter(prompt::equals).count() == 2);
            assertThat(unanswered()).doesNotContain(id);
            watchAfter(30);
            await().atMost(PATIENCE)
                    .until(() -> told().stream().filter(prompt::equals).count() == 3);
            watchAfter(40);
            assertThat(told().stream().filter(prompt::equals)).hasSize(3);
            assertThat(unanswered()).contains(id);
            assertThat(steps.unit.get(OWN + "/lapsed-products").status()).isEqualTo(403);
            assertThat(tongban.anonymous().unchecked().get("/metrics").text())
                    .contains("tongban_filing_lapses_unanswered");

            right(steps.unit.post(path(id) + "/revocation/confirmation"), 200);

            assertThat(state(id)).isEqualTo("revoked");
            assertThat(told()).contains("您的产品“撤销巡检仪丁型”已撤销备案。");
            assertThat(publicStatus(id)).isEqualTo(404);
            assertThat(unanswered()).doesNotContain(id);
        } finally {
            status("GRANTED");
        }
    }

    private List<String> unanswered() {
        return tongban.as("reviewer")
                .get(OWN + "/lapsed-products?limit=100")
                .json()
                .path("items")
                .findValuesAsText("product");
    }

    @Test
    @Tag("PF-72")
    void the_counter_of_filed_products_is_that_of_the_public_pages() {
        right(steps.decide(ask(filed("撤销巡检仪庚型")), "{'decision': 'approve'}"), 200);
        filed("撤销巡检仪辛型");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tongban.context()
                                .getBean(PublicCollections.class)
                                .counts(new ProductFilingModule()
                                        .publicCollections()
                                        .getFirst()))
                        .containsEntry(
                                "filed",
                                tongban.anonymous()
                                        .get(PLATFORM + "/public/products?state=filed&count=true&limit=1")
                                        .json()
                                        .path("total")
                                        .asLong()));
    }

    @Test
    void a_patent_that_is_valid_again_ends_the_question() {
        var id = filedByOnePatent("撤销巡检仪戊型");
        status("TRANSFERRED");
        try {
            watchAfter(0);
            await().atMost(PATIENCE).until(() -> steps.unit.get(path(id)).json().has("lapsedOn"));
        } finally {
            status("GRANTED");
        }
        assertThat(steps.unit.post(path(id) + "/revocation/confirmation").code())
                .isEqualTo("patents-valid");
        watchAfter(1);
        assertThat(steps.unit.get(path(id)).json().has("lapsedOn")).isFalse();
        assertThat(tongban.anonymous().get(PLATFORM + "/public/products/" + id).text())
                .doesNotContain("已不再有效");
    }

    @Test
    @Tag("PF-80")
    void of_many_confirmations_and_requests_at_once_one_wins() throws Exception {
        var id = filedByOnePatent("撤销巡检仪己型");
        status("LAPSED");
        try {
            watchAfter(0);
            await().atMost(PATIENCE).until(() -> steps.unit.get(path(id)).json().has("lapsedOn"));
            var requests = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                boolean confirms = i % 2 == 0;
                requests.add(() -> confirms
                        ? steps.unit.post(path(id) + "/revocation/confirmation")
                        : steps.unit.post(path(id) + "/revocation", LEFT_MARKET));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = new ArrayList<Answer>();
                for (var one : threads.invokeAll(requests)) {
                    answers.add(one.get());
                }
                assertThat(answers.stream().filter(answer -> answer.status() < 300))
                        .as(answers.toString())
                        .hasSize(1);
                assertThat(answers.stream()
                                .filter(answer -> answer.status() >= 300)
                                .map(Answer::code))
                        .containsOnly("illegal-move");
            }
            assertThat(state(id)).isIn("revoked", "revocation-in-review");
        } finally {
            status("GRANTED");
        }
    }
}
