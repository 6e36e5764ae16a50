package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the public sees and finds of products in publicity and recognised (PF-51, PF-70). */
@TongbanTest
@Tag("PF-70")
class PublicRecognitionTest {
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 19);

    private final Tongban tongban;
    private final RecognitionSteps steps;

    PublicRecognitionTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new RecognitionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private JsonNode page(UUID product) {
        return tongban.anonymous().get(PLATFORM + "/public/products/" + product).json();
    }

    /** The fields of the first section by their code. */
    private Map<String, String> first(UUID product) {
        return fields(page(product).at("/sections/0/fields"));
    }

    private static Map<String, String> fields(JsonNode list) {
        var fields = new LinkedHashMap<String, String>();
        list.forEach(field ->
                fields.put(field.path("code").asText(), field.path("value").asText()));
        return fields;
    }

    private JsonNode hits(String query) {
        var answer = tongban.anonymous().get(PLATFORM + "/public/products?limit=100&" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items");
    }

    private List<String> found(String text) {
        return hits("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).findValuesAsText("id");
    }

    private String number(UUID product) {
        return first(product).get("certificateNumber");
    }

    @Test
    @Tag("PF-51")
    void a_product_in_publicity_says_until_when_and_how_many_working_days_are_left() {
        var product = steps.inPublicity(steps.filed("公示云台甲型"), 2026, YESTERDAY).product();

        assertThat(page(product).path("state").asText()).isEqualTo("in-publicity");
        assertThat(first(product))
                .containsEntry("publicityFrom", "2026年11月20日")
                .containsEntry("publicityUntil", "2026年12月3日")
                .containsEntry("daysLeft", "还剩 10 个工作日");
        assertThat(page(product).at("/sections/0/fields/2/number").asInt()).isEqualTo(10);
        var card = hits("state=in-publicity&q=" + URLEncoder.encode("示云台甲", StandardCharsets.UTF_8))
                .path(0);
        assertThat(card.path("id").asText()).isEqualTo(product.toString());
        assertThat(fields(card.path("fields"))).containsEntry("daysLeft", "还剩 10 个工作日");
        assertThat(hits("state=filed").findValuesAsText("id")).doesNotContain(product.toString());
        var before = Instant.parse(page(product).path("changedAt").asText());
        tongban.clock().moveTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(first(product)).containsEntry("daysLeft", "还剩 9 个工作日");
        assertThat(Instant.parse(page(product).path("changedAt").asText())).isAfter(before);
        tongban.clock().moveTo(Instant.parse("2026-12-03T15:59:00Z"));
        assertThat(first(product)).containsEntry("daysLeft", "还剩 1 个工作日");
        tongban.clock().moveTo(Instant.parse("2026-12-03T16:00:00Z"));
        assertThat(first(product)).containsEntry("daysLeft", "公示期已满");
    }

    @Test
    @Tag("PF-51")
    @Tag("CO-71")
    void nothing_is_said_of_days_that_nobody_can_count_yet() {
        var product = steps.inPublicity(steps.filed("公示云台乙型"), 2026, LocalDate.of(2026, 12, 25))
                .product();
        assertThat(first(product)).containsOnlyKeys("publicity", "publicityFrom", "publicityUntil");
        tongban.clock().moveTo(Instant.parse("2026-12-25T16:00:00Z"));
        assertThat(first(product)).containsOnlyKeys("publicityFrom", "publicityUntil");
        assertThat(first(product).get("publicityUntil")).endsWith("（暂定）");
    }

    @Test
    @Tag("PF-53")
    void a_recognition_is_over_at_midnight_before_the_task_of_the_night() {
        var product = steps.recognised("公示云台子型").product();
        tongban.clock().moveTo(Instant.parse("2027-11-19T15:59:50Z"));
        assertThat(page(product).path("state").asText()).isEqualTo("recognised");
        var before = Instant.parse(page(product).path("changedAt").asText());
        tongban.clock().moveTo(Instant.parse("2027-11-19T16:00:00Z"));
        assertThat(page(product).path("state").asText()).isEqualTo("filed");
        assertThat(page(product).toString()).doesNotContain("certificate");
        assertThat(Instant.parse(page(product).path("changedAt").asText())).isAfter(before);
    }

    @Test
    @Tag("PF-54")
    void a_recognised_product_is_found_by_its_number_until_its_recognition_ends() {
        var recognised = steps.recognised("公示云台丙型");
        var product = recognised.product();
        var number = number(product);
        assertThat(page(product).path("state").asText()).isEqualTo("recognised");
        assertThat(first(product))
                .containsEntry("recognisedOn", "2026年11月20日")
                .containsEntry("validUntil", "2027年11月19日");
        assertThat(page(product).at("/sections/0/fields/0/link").asText()).isEqualTo("/verify/" + number);
        assertThat(found(number)).containsExactly(product.toString());
        assertThat(found(number.toLowerCase(Locale.ROOT).replace("-", ""))).containsExactly(product.toString());
        assertThat(found("公示云台丙型 " + number)).containsExactly(product.toString());
        assertThat(hits("state=recognised").findValuesAsText("id")).contains(product.toString());
        var objection = UUID.randomUUID();

        steps.uphold(recognised, objection);

        assertThat(found(number)).isEmpty();
        assertThat(page(product).path("state").asText()).isEqualTo("filed");
        assertThat(page(product).toString()).doesNotContain(number, "certificate");
        assertThat(found("公示云台丙型")).containsExactly(product.toString());
        steps.restore(objection);
        assertThat(found(number)).containsExactly(product.toString());
    }

    @Test
    @Tag("PF-53")
    void of_two_recognitions_the_one_in_force_is_found() {
        var product = steps.recognised("公示云台丁型").product();
        var former = number(product);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(300)));
        steps.recognised(product, 2027);
        assertThat(number(product)).isNotEqualTo(former);
        assertThat(found(former)).isEmpty();
        assertThat(found(number(product))).containsExactly(product.toString());
    }

    @Test
    void the_answers_have_exactly_the_keys_of_what_is_public() {
        var published =
                steps.inPublicity(steps.filed("公示云台戊型"), 2026, YESTERDAY).product();
        var recognised = steps.recognised("公示云台己型").product();
        var product = List.of(
                "name",
                "model",
                "categoryCode",
                "industryCode",
                "introduction",
                "firstProductionYear",
                "exportPlaces",
                "dataYear",
                "unit",
                "uscc",
                "division",
                "filingNumber",
                "filedOn");
        assertThat(codes(page(published)))
                .containsExactlyInAnyOrderElementsOf(with(product, "publicityFrom", "publicityUntil", "daysLeft"));
        assertThat(codes(page(recognised)))
                .containsExactlyInAnyOrderElementsOf(with(product, "certificateNumber", "recognisedOn", "validUntil"));
        assertThat(page(recognised).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "name", "state", "stateTitle", "stateMeaning", "sections", "pictures", "changedAt");
        assertThat(page(recognised).at("/sections/3/table/columns"))
                .extracting(JsonNode::asText)
                .containsExactly("专利号", "名称", "类型", "专利权人", "法律状态");
        var card =
                hits("q=" + URLEncoder.encode("公示云台己型", StandardCharsets.UTF_8)).path(0);
        assertThat(card.path("fields").findValuesAsText("code"))
                .containsExactly(
                        "unit", "model", "categoryCode", "industryCode", "filedOn", "certificateNumber", "validUntil");
    }

    private static List<String> codes(JsonNode page) {
        var codes = new ArrayList<String>();
        page.path("sections")
                .forEach(section -> codes.addAll(section.path("fields").findValuesAsText("code")));
        return codes;
    }

    private static List<String> with(List<String> codes, String... more) {
        var all = new ArrayList<>(codes);
        all.addAll(List.of(more));
        return all;
    }
}
