package org.tongban.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What was filed through the API, on the portal's pages. */
@TongbanTest
class PortalJourneyTest {
    private static final String OWN = "/api/product-filing/v1";
    private static final String PLATFORM = "/api/platform/v1";
    private static final String SHOWN = "201720444997.9";
    private static final String HIDDEN = "201820107133.2";
    private static final String NAME = "轮对退卸机<script>alert('壬')</script><b>&甲</b>型";

    @Test
    @Tag("PF-70")
    @Tag("PO-1")
    @Tag("PO-5")
    void a_product_that_was_filed_is_found_and_shown_by_the_portal(Tongban tongban) {
        var id = filed(tongban);
        var anyone = tongban.anonymous();

        var results = anyone.get("/search?q=" + encoded("退卸机"));
        assertThat(results.status()).isEqualTo(200);
        assertThat(results.header("Content-Type")).startsWith("text/html");
        assertThat(results.text()).contains("/products/" + id, "<mark>退卸机</mark>", "北京新联铁集团股份有限公司");
        assertEscaped(results);

        var page = anyone.get("/products/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("已备案", "ZL" + SHOWN, "用于轮对的轴承压装退卸机", "/api/platform/v1/public/files/")
                .doesNotContain(HIDDEN, "内孔测量装置", "31.5");
        assertEscaped(page);

        assertThat(anyone.get("/search?q=" + SHOWN).text()).contains("/products/" + id);
        assertThat(anyone.get("/search?q=" + HIDDEN).text()).doesNotContain("/products/" + id);
        assertThat(anyone.get("/search?q=" + encoded("内孔测量")).text()).doesNotContain("/products/" + id);
        assertThat(anyone.get("/").text()).contains("已备案");
    }

    private static void assertEscaped(Answer page) {
        assertThat(page.text())
                .contains("&lt;script&gt;alert(", "&lt;b&gt;&amp;甲&lt;/b&gt;型")
                .doesNotContain("<script>alert", "<b>&");
    }

    /** The id of a product filed by unit-b, one of its two patents hidden. */
    private static String filed(Tongban tongban) {
        importRegistry(tongban);
        var unit = tongban.as("unit-b");
        var shown = patent(tongban, SHOWN);
        var hidden = patent(tongban, HIDDEN);
        var product = value(ok(unit.post(OWN + "/products")), "id");
        var picture = value(
                ok(unit.bytes("POST", PLATFORM + "/files?slot=product-filing/picture", picture(), "image/png")), "id");
        save(tongban, product, "product", """
            {"name": "%s", "mainPicture": "%s", "model": "TX-7", "categoryCode": "98010101", "industryCode": "39",
             "introduction": "用于轮对检修。", "purposes": ["recognition"], "firstProductionYear": 2022,
             "sales": "1000", "exports": "100", "exportPlaces": ["DE"], "netProfit": "120",
             "outputValue": "1100", "grossMargin": "31.5", "totalCost": "600", "ipInvestment": "90",
             "contributionIndex": "12.00", "contributionMethod": "investment-ratio", "contributionK": "0.8",
             "takesPart": true,
             "declarations": ["legal-responsibility", "network-security-law", "all-patents-linked"]}
            """.formatted(NAME, picture));
        save(tongban, product, "patents", """
            {"patents": [
             {"patentId": "%s", "publicAtFiling": true, "role": "core", "inDispute": false},
             {"patentId": "%s", "publicAtFiling": false, "role": "core", "inDispute": false}]}
            """.formatted(shown, hidden));
        ok(unit.post(OWN + "/products/" + product + "/submit"));
        approve(tongban, product);
        return product;
    }

    private static void importRegistry(Tongban tongban) {
        var admin = tongban.as("admin");
        var started = ok(admin.bytes("POST", PLATFORM + "/registries/patents/imports", registry(), "text/csv"));
        var job = PLATFORM + "/jobs/" + value(started, "id");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(value(admin.get(job), "state")).isEqualTo("done"));
    }

    /** The id of a patent, which another test may have added to the list already. */
    private static String patent(Tongban tongban, String number) {
        var unit = tongban.as("unit-b");
        var added = unit.json(
                "POST",
                OWN + "/patents",
                "{\"patentNumber\": \"%s\", \"acquisition\": \"original\"}".formatted(number));
        assertThat(added.status()).as(added.toString()).isIn(201, 409);
        return value(unit.get(OWN + "/patents?q=" + number), "id");
    }

    private static void save(Tongban tongban, String product, String part, String document) {
        var path = OWN + "/products/" + product + "/" + part;
        var unit = tongban.as("unit-b");
        ok(unit.with("If-Match", unit.get(path).etag()).json("PUT", path, document));
    }

    private static void approve(Tongban tongban, String product) {
        var reviewer = tongban.as("reviewer");
        var queue = reviewer.get(PLATFORM + "/reviews?limit=100").text();
        var found = Pattern.compile("\\{\"id\":\"([^\"]*)\"[^{}]*\"subject\":\"" + product + "\"")
                .matcher(queue);
        assertThat(found.find()).as(queue).isTrue();
        var path = PLATFORM + "/reviews/" + found.group(1);
        ok(reviewer.post(path + "/claim"));
        ok(reviewer.json("POST", path + "/decision", "{\"decision\": \"approve\"}"));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    /** The first member of a name in an answer. */
    private static String value(Answer answer, String member) {
        var found = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(answer.text());
        assertThat(found.find()).as(answer.toString()).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] registry() {
        try (var csv = Objects.requireNonNull(PortalJourneyTest.class.getResourceAsStream("/sample/patents.csv"))) {
            return csv.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
