package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.RoundSteps.right;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** From publicity to the end of a recognition (PF-51 to PF-53, PF-55). */
@TongbanTest
@Tag("PF-82")
class RecognitionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tongban tongban;

    RecognitionTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private boolean found(String product, String state) {
        return tongban.anonymous()
                .get(PLATFORM + "/public/products?limit=100&state=" + state)
                .text()
                .contains(product);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    @Test
    @Tag("PF-51")
    @Tag("PF-52")
    @Tag("PF-53")
    @Tag("PF-55")
    void a_product_is_public_for_ten_working_days_then_recognised_for_a_year_and_then_over() {
        var by = new RoundSteps(tongban, 2061);
        var product = by.open("公示巡检仪甲型");
        var recognition = by.inPublicity(product);

        var shown = by.shown(recognition).json();
        assertThat(shown.path("publicityEndsOn").asText()).isEqualTo("2026-12-04");
        assertThat(shown.path("publicityProvisional").asBoolean()).isFalse();
        assertThat(shown.path("daysLeft").asInt()).isEqualTo(10);
        assertThat(by.told()).contains("您的产品“公示巡检仪甲型”已进入公示阶段，公示至2026年12月4日。");
        assertThat(page(product)).isEqualTo("filed");
        by.at("2026-11-20T15:59:50Z");
        assertThat(page(product)).isEqualTo("filed");
        by.at("2026-11-20T16:00:00Z");
        assertThat(page(product)).isEqualTo("in-publicity");
        by.daily("2026-11-20T16:10:00Z");
        assertThat(page(product)).isEqualTo("in-publicity");
        assertThat(found(product, "in-publicity")).isTrue();
        assertThat(found(product, "filed")).isFalse();
        by.at("2026-12-03T16:00:00Z");
        assertThat(by.shown(recognition).json().path("daysLeft").asInt()).isEqualTo(1);

        by.daily("2026-12-04T15:59:50Z");
        assertThat(by.state(recognition)).isEqualTo("in-publicity");
        by.daily("2026-12-04T16:00:00Z");

        shown = by.shown(recognition).json();
        assertThat(shown.path("state").asText()).isEqualTo("recognised");
        assertThat(shown.path("recognisedOn").asText()).isEqualTo("2026-12-05");
        assertThat(shown.path("validUntil").asText()).isEqualTo("2027-12-04");
        assertThat(shown.path("certificateNumber").asText()).matches("RD2026-[0-9]{7}-[0-9X]");
        assertThat(shown.has("daysLeft")).isFalse();
        assertThat(by.told()).contains("您的产品“公示巡检仪甲型”已认定为专利密集型产品，有效期至2027年12月4日，请登录下载证书和标识。");
        assertThat(page(product)).isEqualTo("recognised");
        by.daily("2026-12-05T02:00:00Z");
        assertThat(by.shown(recognition).json()).isEqualTo(shown);

        ends(by, recognition, product);
    }

    private void ends(RoundSteps by, String recognition, String product) {
        var expiring = "您的产品“公示巡检仪甲型”的认定将于2027年12月4日到期。";
        by.daily("2027-10-04T02:00:00Z");
        assertThat(by.told()).doesNotContain(expiring);
        for (var day : List.of("2027-10-05", "2027-10-06", "2027-11-04", "2027-11-27", "2027-12-04")) {
            by.daily(day + "T02:00:00Z");
        }
        assertThat(by.told()).filteredOn(expiring::equals).hasSize(3);
        assertThat(by.state(recognition)).isEqualTo("recognised");

        by.daily("2027-12-04T16:00:00Z");

        assertThat(by.state(recognition)).isEqualTo("expired");
        assertThat(by.told()).contains("您的产品“公示巡检仪甲型”的认定已于2027年12月4日到期。");
        assertThat(page(product)).isEqualTo("filed");
        assertThat(by.holder
                        .api()
                        .get(OWN + "/recognitions?state=expired&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(by.holder
                        .api()
                        .get(OWN + "/recognitions?state=recognised")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    @Tag("PF-51")
    @Tag("CO-71")
    void a_period_that_reaches_a_year_without_a_calendar_does_not_end_by_guessing() {
        var by = new RoundSteps(tongban, 2063);
        var product = by.open("公示巡检仪乙型");
        by.at("2026-12-17T16:00:00Z");
        var recognition = by.inPublicity(product);

        var shown = by.shown(recognition).json();
        assertThat(shown.path("publicityProvisional").asBoolean()).isTrue();
        assertThat(shown.path("publicityEndsOn").asText()).isEqualTo("2027-01-04");
        assertThat(shown.has("daysLeft")).isFalse();
        var line = inOverview(by, recognition);
        assertThat(line.path("dueOn").asText()).isEqualTo("2027-01-04");
        assertThat(line.path("provisional").asBoolean()).isTrue();
        assertThat(line.has("daysLeft")).isFalse();
        assertThat(by.told()).contains("您的产品“公示巡检仪乙型”已进入公示阶段，公示至2027年1月4日（暂定）。");
        by.daily("2027-02-20T02:00:00Z");
        assertThat(by.state(recognition)).isEqualTo("in-publicity");
    }

    private static JsonNode inOverview(RoundSteps by, String recognition) {
        for (var line :
                by.holder.api().get(PLATFORM + "/me/overview?limit=100").json().path("items")) {
            if (line.path("id").asText().equals(recognition)) {
                return line;
            }
        }
        throw new AssertionError("not in the overview: " + recognition);
    }

    private static void assertCounted(RoundSteps by, String recognition, int left) {
        var line = inOverview(by, recognition);
        assertThat(line.path("dueOn").asText()).isEqualTo("2026-12-04");
        assertThat(line.path("daysLeft").asInt(-1)).isEqualTo(left);
        assertThat(line.path("daysLeftUnit").asText()).isEqualTo("working-day");
        assertThat(line.path("provisional").asBoolean()).isFalse();
        assertThat(by.shown(recognition).json().path("daysLeft").asInt(-1)).isEqualTo(left);
    }

    @Test
    @Tag("PF-51")
    @Tag("CO-39")
    void the_overview_counts_the_working_days_that_the_public_page_counts() {
        var by = new RoundSteps(tongban, 2067);
        var recognition = by.inPublicity(by.open("公示巡检仪己型"));

        assertCounted(by, recognition, 10);
        by.at("2026-11-20T16:00:00Z");
        assertCounted(by, recognition, 10);
        // The last moment of a Sunday, and the next one.
        by.at("2026-11-22T15:59:50Z");
        assertCounted(by, recognition, 10);
        by.at("2026-11-24T02:00:00Z");
        assertCounted(by, recognition, 9);
        by.at("2026-12-03T16:00:00Z");
        assertCounted(by, recognition, 1);
        by.at("2026-12-04T16:00:00Z");
        assertCounted(by, recognition, 0);

        by.daily("2026-12-04T16:10:00Z");
        var recognised = inOverview(by, recognition);
        assertThat(recognised.path("dueOn").asText()).isEqualTo("2027-12-04");
        assertThat(recognised.path("daysLeft").asInt()).isEqualTo(364);
        assertThat(recognised.path("daysLeftUnit").asText()).isEqualTo("calendar-day");
    }

    @Test
    @Tag("PF-53")
    void a_product_that_is_recognised_anew_has_one_recognition_in_force() {
        var first = new RoundSteps(tongban, 2065);
        var product = first.open("公示巡检仪丙型");
        var former = first.inPublicity(product);
        first.daily("2026-12-04T16:00:00Z");
        first.figuresOf(product, 2066);
        var next = first.next(2067);
        var renewed = next.inPublicity(product);
        assertThat(page(product)).isEqualTo("recognised");

        next.daily("2026-12-22T16:00:00Z");

        assertThat(next.state(renewed)).isEqualTo("recognised");
        assertThat(next.state(former)).isEqualTo("superseded");
        assertThat(page(product)).isEqualTo("recognised");
        next.daily("2027-12-06T02:00:00Z");
        assertThat(next.state(former)).isEqualTo("superseded");
        assertThat(next.state(renewed)).isEqualTo("recognised");
    }

    @Test
    @Tag("PF-54")
    void the_end_of_a_filing_ends_its_recognition_and_gives_it_back_when_it_falls() {
        var by = new RoundSteps(tongban, 2069);
        var product = by.open("公示巡检仪丁型");
        var recognition = by.inPublicity(product);
        by.daily("2026-12-04T16:00:00Z");
        var number = by.shown(recognition).json().path("certificateNumber").asText();
        right(
                by.holder
                        .api()
                        .post(OWN + "/products/" + product + "/revocation", Api.json("{'reason': 'left-market'}")),
                201);
        var subject = open("revocation", by);
        right(by.filing.decide(subject, "{'decision': 'approve'}"), 200);

        assertThat(by.state(recognition)).isEqualTo("revoked");
        assertThat(by.told()).contains("您的产品“公示巡检仪丁型”的认定已撤销：产品备案已撤销。");
        await().atMost(PATIENCE)
                .until(() -> tongban.anonymous()
                                .get(PLATFORM + "/public/products/" + product)
                                .status()
                        == 404);
        var shown = by.shown(recognition).json();
        assertThat(shown.path("certificateNumber").asText()).isEqualTo(number);

        var other = tongban.as("reviewer-2");
        var again = by.lookedAtAgain(subject, other);
        right(other.post(again + "/claim"), 200);
        right(other.post(again + "/decision", Api.json("{'decision': 'approve', 'reason': '仍在销售'}")), 200);

        assertThat(by.state(recognition)).isEqualTo("recognised");
        assertThat(by.shown(recognition).json().path("recognisedOn").asText()).isEqualTo("2026-12-05");
        assertThat(page(product)).isEqualTo("recognised");
    }

    /** The subject of the unit's open case of a type. */
    private static String open(String type, RoundSteps by) {
        for (var found : by.holder
                .api()
                .get(PLATFORM + "/me/cases?state=open&limit=100")
                .json()
                .path("items")) {
            if (found.path("type").asText().equals("product-filing." + type)) {
                return found.path("subject").asText();
            }
        }
        throw new AssertionError("no open case of " + type);
    }

    private String page(String product) {
        return tongban.anonymous()
                .get(PLATFORM + "/public/products/" + product)
                .json()
                .path("state")
                .asText();
    }
}
