package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.SamplePdf;

/**
 * The way of a filing over HTTP, as a unit, an administrator and a reviewer go it.
 *
 * @param shown a patent of the unit's that is public at filing
 * @param hidden one that is not
 */
record Filings(Api unit, Api administrator, Api reviewer, String shown, String hidden) {
    static final String OWN = "/api/product-filing/v1";
    static final String PLATFORM = "/api/platform/v1";

    /** The registry of patents is there. */
    Filings withRegistry() {
        var started = ok(administrator.bytes("POST", PLATFORM + "/registries/patents/imports", registry(), "text/csv"));
        var job = PLATFORM + "/jobs/" + value(started, "id");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(value(administrator.get(job), "state")).isEqualTo("done"));
        return this;
    }

    /** The id of an empty draft. */
    String draft() {
        return value(ok(unit.post(OWN + "/products")), "id");
    }

    /** The id of a picture that no record holds yet. */
    String picture() {
        return value(ok(unit.bytes("POST", PLATFORM + "/files?slot=product-filing/picture", png(), "image/png")), "id");
    }

    private String proof() {
        return value(
                ok(unit.bytes(
                        "POST", PLATFORM + "/files?slot=product-filing/pdf-20", SamplePdf.small(), "application/pdf")),
                "id");
    }

    /** The id of a patent in the unit's list, which another test may have added already. */
    String patent(String number) {
        var added = unit.json(
                "POST",
                OWN + "/patents",
                "{\"patentNumber\": \"%s\", \"acquisition\": \"original\"}".formatted(number));
        assertThat(added.status()).as(added.toString()).isIn(201, 409);
        return value(unit.get(OWN + "/patents?q=" + number), "id");
    }

    /** The id of a product handed in for review. */
    String submitted(String name) {
        var product = draft();
        save(product, "product", """
            {"name": "%s", "mainPicture": "%s", "model": "TX-7", "categoryCode": "98010101", "industryCode": "39",
             "introduction": "用于轮对检修。", "purposes": ["recognition"], "firstProductionYear": 2022,
             "sales": "1000", "exports": "100", "exportPlaces": ["DE"], "netProfit": "120",
             "outputValue": "1100", "grossMargin": "31.5", "totalCost": "600", "ipInvestment": "90",
             "contributionIndex": "12.00", "contributionMethod": "investment-ratio", "contributionK": "0.8",
             "takesPart": true,
             "declarations": ["legal-responsibility", "network-security-law", "all-patents-linked"]}
            """.formatted(name, picture()));
        save(product, "patents", """
            {"patents": [
             {"patentId": "%s", "publicAtFiling": true, "role": "core", "inDispute": false},
             {"patentId": "%s", "publicAtFiling": false, "role": "core", "inDispute": false}]}
            """.formatted(patent(shown), patent(hidden)));
        save(product, "evidence", """
            {"economicProof": ["%s"], "regulatedTrade": false, "compulsoryCertification": false}
            """.formatted(proof()));
        ok(unit.post(OWN + "/products/" + product + "/submit"));
        return product;
    }

    /** The id of a product that the public sees. */
    String filed(String name) {
        var product = submitted(name);
        var path = PLATFORM + "/reviews/" + reviewOf(product);
        ok(reviewer.post(path + "/claim"));
        ok(reviewer.post(path + "/decision", Checklists.ticked(reviewer, path, Api.json("{'decision': 'approve'}"))));
        return product;
    }

    /** The id of the case of a product. */
    String reviewOf(String product) {
        var queue = reviewer.get(PLATFORM + "/reviews?limit=100").text();
        var found = Pattern.compile("\\{\"id\":\"([^\"]*)\"[^{}]*\"subject\":\"" + product + "\"")
                .matcher(queue);
        assertThat(found.find()).as(queue).isTrue();
        return found.group(1);
    }

    /** The id of the main picture of a product. */
    String pictureOf(String product) {
        return value(unit.get(OWN + "/products/" + product + "/product"), "mainPicture");
    }

    private void save(String product, String part, String document) {
        var path = OWN + "/products/" + product + "/" + part;
        ok(unit.with("If-Match", unit.get(path).etag()).json("PUT", path, document));
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    /** The first member of a name in an answer. */
    static String value(Answer answer, String member) {
        var found = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(answer.text());
        assertThat(found.find()).as(answer.toString()).isTrue();
        return found.group(1);
    }

    private static byte[] registry() {
        try (var csv = Objects.requireNonNull(Filings.class.getResourceAsStream("/sample/patents.csv"))) {
            return csv.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
