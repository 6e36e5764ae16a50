package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.SamplePdf;

/** The steps of a filing as a unit's client takes them; each answers what the server answered. */
final class Filings {
    static final String PLATFORM = "/api/platform/v1";
    static final String OWN = "/api/product-filing/v1";
    static final String PRODUCTS = OWN + "/products";
    static final String PATENTS = OWN + "/patents";
    /** Holds the patents that {@link #registry} makes. */
    static final String UNIT = "unit-b";

    private static final String HOLDER = "北京新联铁集团股份有限公司";
    private static final Duration LONGEST_IMPORT = Duration.ofSeconds(60);

    private static final byte[] PROOF = SamplePdf.small();

    private Filings() {}

    /** Patent numbers with their check digits, the same at each call. */
    static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "20212" + (1_000_000 + i))
                .map(digits -> digits + "." + check(digits))
                .toList();
    }

    private static char check(String digits) {
        int sum = IntStream.range(0, digits.length())
                .map(i -> (2 + i % 8) * (digits.charAt(i) - '0'))
                .sum();
        return sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    }

    /** Imports a registry with these patents, all of them the unit's. */
    static void registry(Api admin, List<String> numbers) {
        var csv = new StringBuilder("patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n");
        numbers.forEach(number -> csv.append(number)
                .append(",utility-model,轮对检修机,")
                .append(HOLDER)
                .append(",2021-06-01,2022-01-04,granted,2022-01-04\n"));
        var started = admin.bytes(
                "POST",
                PLATFORM + "/registries/patents/imports",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                "text/csv");
        awaitJob(admin, expect(202, started).json().path("id").asText());
    }

    static void awaitJob(Api caller, String job) {
        var path = PLATFORM + "/jobs/" + job;
        if (!Await.until(
                LONGEST_IMPORT,
                () -> caller.get(path).json().path("state").asText().equals("done"))) {
            throw new IllegalStateException("the import did not end: " + caller.get(path));
        }
    }

    /** Adds a patent to the unit's list and answers its id. */
    static String patent(Api unit, String number) {
        return id(expect(201, unit.post(PATENTS, patentRequest(number))));
    }

    static JsonNode patentRequest(String number) {
        return JsonNodeFactory.instance.objectNode().put("patentNumber", number).put("acquisition", "original");
    }

    static Answer upload(Api unit, byte[] picture) {
        return unit.bytes("POST", PLATFORM + "/files?slot=product-filing/picture", picture, "image/png");
    }

    static byte[] picture(Api anyone) {
        return expect(200, anyone.get(PLATFORM + "/dev/samples/picture.png")).body();
    }

    /** Saves a part over what is there now. */
    static Answer save(Api unit, String product, String part, JsonNode document) {
        var path = PRODUCTS + "/" + product + "/" + part;
        var read = unit.get(path);
        return read.status() == 200 ? unit.with("If-Match", read.etag()).put(path, document) : read;
    }

    static Answer submit(Api unit, String product) {
        return unit.post(PRODUCTS + "/" + product + "/submit");
    }

    static ObjectNode product(String model, String picture) {
        var fields = (ObjectNode) Api.json("""
            {'name': '轮对退卸机', 'categoryCode': '98010101', 'industryCode': '39', 'introduction': '用于轮对检修。',
             'purposes': ['recognition'], 'firstProductionYear': 2022, 'sales': '1000', 'exports': '100',
             'exportPlaces': ['DE'], 'netProfit': '120', 'outputValue': '1100', 'grossMargin': '31.5',
             'totalCost': '600', 'ipInvestment': '90', 'contributionIndex': '12.00',
             'contributionMethod': 'investment-ratio', 'contributionK': '0.8', 'takesPart': true,
             'declarations': ['legal-responsibility', 'network-security-law', 'all-patents-linked']}
            """);
        return fields.put("model", model).put("mainPicture", picture);
    }

    static JsonNode links(String patent) {
        var links = JsonNodeFactory.instance.objectNode();
        links.putArray("patents")
                .addObject()
                .put("patentId", patent)
                .put("publicAtFiling", true)
                .put("role", "core")
                .put("inDispute", false);
        return links;
    }

    /** A draft that may be submitted. */
    static String complete(Api unit, String patent, byte[] picture, String model) {
        var product = id(expect(201, unit.post(PRODUCTS)));
        var file = id(expect(201, upload(unit, picture)));
        expect(200, save(unit, product, "product", product(model, file)));
        expect(200, save(unit, product, "patents", links(patent)));
        expect(200, save(unit, product, "evidence", evidence(unit)));
        return product;
    }

    static JsonNode evidence(Api unit) {
        var slot = PLATFORM + "/files?slot=product-filing/pdf-20";
        var proof = id(expect(201, unit.bytes("POST", slot, PROOF, "application/pdf")));
        var evidence = JsonNodeFactory.instance.objectNode();
        evidence.putArray("economicProof").add(proof);
        return evidence.put("regulatedTrade", false).put("compulsoryCertification", false);
    }

    static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("not " + status + " but " + answer);
        }
        return answer;
    }
}
