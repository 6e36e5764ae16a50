import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The journey of docs/getting-started.md, by itself: see infra/demo, which runs this file. */
final class Demo {
    private static final String PLATFORM = "/api/platform/v1";
    private static final String FILING = "/api/product-filing/v1";
    private static final String NAME = "农田巡检无人机系统";
    /** From inside the name. */
    private static final String WORD = "巡检无人";

    private static final String PUBLIC_PATENT = "202121635235.X";
    private static final String HIDDEN_PATENT = "202121741650.3";
    /** Held by somebody else: a list may name it, a filing may not. */
    private static final String ADDED_PATENT = "201621312871.8";

    private final DemoClient client;

    private Demo(DemoClient client) {
        this.client = client;
    }

    public static void main(String... arguments) throws IOException {
        var client = new DemoClient(URI.create(arguments[0]), Path.of(arguments[1]));
        try {
            new Demo(client).run(Path.of(arguments[2]));
        } catch (DemoClient.Stopped e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(Path registry) throws IOException {
        importRegistry(Files.readAllBytes(registry));
        var unit = signIn("filing-unit", "unit-a");
        collectPatents(unit);
        var model = "TB-" + Instant.now().getEpochSecond();
        var product = draft(unit, model);
        submit(unit, product, model);
        review(product);
        var page = lookInPublic(product, model);
        recognise(unit, product);
        System.out.println();
        System.out.println("  " + client.address(page));
    }

    private void importRegistry(byte[] csv) {
        var admin = signIn("staff", "admin");
        var job = client.upload(PLATFORM + "/registries/patents/imports", admin, csv, "text/csv", 202);
        var done = client.awaitJob(admin, job.id());
        step(
                "the administrator imported %d rows of the patent registry",
                done.path("done").asLong());
    }

    private void collectPatents(String unit) {
        var job = client.post(FILING + "/patent-imports", unit, null, 202);
        var done = client.awaitJob(unit, job.id());
        step("the unit imported its %d patents by its name", done.path("done").asLong());
        var body = JsonNodeFactory.instance.objectNode();
        body.put("patentNumber", ADDED_PATENT).put("acquisition", "original");
        var answer = client.post(FILING + "/patents", unit, body);
        if (answer.status() == 409) {
            step("patent %s is in the unit's list since an earlier run", ADDED_PATENT);
        } else {
            DemoClient.expected(answer, 201, "adding a patent by its number");
            step("the unit added patent %s by its number", ADDED_PATENT);
        }
    }

    /** Saves a draft that is wrong in several ways, and shows what its submission answers. */
    private String draft(String unit, String model) throws IOException {
        var product = client.post(FILING + "/products", unit, null, 201).id();
        var picture = uploaded(unit, "picture", "main.png", sample("picture.png"), "image/png");
        step("the unit uploaded the main picture");
        var fields = fields(model, picture);
        fields.put("sales", "999999");
        fields.remove("introduction");
        save(unit, product, "product", fields);
        step("the unit saved a draft: %s %s", NAME, model);
        var refused = client.post(FILING + "/products/" + product + "/submit", unit, null, 422);
        step("its submission was refused with all that is wrong:");
        refused.json()
                .path("errors")
                .forEach(error -> System.out.printf(
                        "      %s  %s%n",
                        error.path("pointer").asText(), error.path("message").asText()));
        save(unit, product, "product", fields(model, picture));
        return product;
    }

    private void submit(String unit, String product, String model) {
        save(unit, product, "evidence", evidence(unit));
        var links = JsonNodeFactory.instance.objectNode();
        var rows = links.putArray("patents");
        for (var number : new String[] {PUBLIC_PATENT, HIDDEN_PATENT}) {
            rows.addObject()
                    .put("patentId", patent(unit, number))
                    .put("publicAtFiling", number.equals(PUBLIC_PATENT))
                    .put("role", number.equals(PUBLIC_PATENT) ? "core" : "other")
                    .put("inDispute", false);
        }
        save(unit, product, "patents", links);
        step("the unit corrected it, proved its benefit and linked two patents, one of them not public");
        client.post(FILING + "/products/" + product + "/submit", unit, null, 200);
        step("the unit submitted %s", model);
    }

    private void review(String product) {
        var reviewer = signIn("staff", "reviewer");
        var found = client.await(
                "the case in the reviewer's queue",
                () -> find(client.get(PLATFORM + "/reviews?limit=100", reviewer), "subject", product));
        var path = PLATFORM + "/reviews/" + found.path("id").asText();
        client.post(path + "/claim", reviewer, null, 200);
        var whole = client.get(path, reviewer);
        step("the reviewer found and claimed case %s", whole.path("number").asText());
        var decision = JsonNodeFactory.instance.objectNode().put("decision", "approve");
        var checklist = decision.putArray("checklist");
        whole.path("checklist")
                .forEach(point -> checklist
                        .addObject()
                        .put("id", point.path("id").asText())
                        .put("passed", true));
        client.post(path + "/decision", reviewer, decision, 200);
        step("the reviewer approved it");
    }

    private String lookInPublic(String product, String model) {
        var unit = signIn("filing-unit", "unit-a");
        var filed = client.get(FILING + "/products/" + product, unit);
        if (!filed.path("state").asText().equals("filed")) {
            throw new DemoClient.Stopped("the product is " + filed.path("state").asText() + ", not filed");
        }
        var number = filed.path("filingNumber").asText();
        step("the product is filed under %s", number);
        var message = client.await(
                "the unit's SMS in the outbox",
                () -> items(client.get(PLATFORM + "/dev/outbox", null))
                        .filter(shown -> shown.path("text").asText().contains(number))
                        .findFirst());
        step("the unit's SMS stands in the outbox: %s", message.path("text").asText());
        var search = PLATFORM + "/public/products?limit=100&q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8);
        var hit = client.await(
                "the product in the public search",
                () -> items(client.get(search, null))
                        .filter(item -> item.toString().contains(model))
                        .findFirst());
        step("“%s” finds it in public", WORD);
        var page = "/products/" + hit.path("id").asText();
        var html = new String(client.bytes(page), StandardCharsets.UTF_8);
        if (!html.contains(PUBLIC_PATENT) || html.contains(HIDDEN_PATENT)) {
            throw new DemoClient.Stopped(
                    "the public page does not show the public patent alone: " + client.address(page));
        }
        step("its page shows the public patent and not the other");
        return page;
    }

    /** Takes the product through this year's round: held for its hidden patent, then in publicity. */
    private void recognise(String unit, String product) {
        var manager = signIn("staff", "filing-manager");
        var year = client.get(FILING + "/products/" + product, unit)
                .path("filedOn")
                .asText()
                .substring(0, 4);
        var round = FILING + "/rounds/" + year;
        client.change(
                round,
                manager,
                known -> ((ObjectNode) known)
                        .retain("dataYear", "opensOn", "closesOn")
                        .put("filingDeadline", year + "-12-31"));
        var intake = client.post(round + "/intake", manager, null, 202);
        client.awaitJob(manager, intake.id());
        step("staff took what was filed by the end of %s into its round", year);
        var run = JsonNodeFactory.instance
                .objectNode()
                .put("scorecard", scorecard(round, manager))
                .put("dry", false);
        var started = client.post(round + "/recognition-runs", manager, run, 202);
        client.awaitJob(manager, started.json().path("job").asText());
        var decision = FILING + "/recognition-runs/" + started.id() + "/decision";
        var decided = client.post(decision, manager, null, 202);
        client.awaitJob(manager, decided.id());
        var held = recognition(unit, product, "held");
        step("it meets the scorecard and is held: one of its patents is not public");
        client.post(FILING + "/recognitions/" + held + "/patents-publication", unit, null, 200);
        var publicity = JsonNodeFactory.instance.objectNode().put("decision", "publicity");
        client.post(FILING + "/recognitions/" + held + "/decision", manager, publicity, 200);
        recognition(unit, product, "in-publicity");
        step("the unit published it, and staff put the product into publicity: anybody may object from midnight on");
    }

    private String scorecard(String round, String manager) {
        var scorecard = JsonNodeFactory.instance.objectNode().put("title", "示例评价表");
        scorecard
                .putArray("criteria")
                .addObject()
                .put("indicator", "公开的核心专利")
                .put("source", "patents.publicCore")
                .put("comparator", "at-least")
                .put("benchmark", "1")
                .put("hard", true)
                .put("reason", "没有公开的有效核心专利");
        return client.post(round + "/scorecards", manager, scorecard, 201).id();
    }

    private String recognition(String unit, String product, String state) {
        var mine = client.get(FILING + "/recognitions?limit=100&state=" + state, unit);
        return find(mine, "product", product)
                .orElseThrow(() -> new DemoClient.Stopped("the product is not " + state))
                .path("id")
                .asText();
    }

    private String signIn(String realm, String login) {
        var token = client.signIn(realm, login);
        step("%s signed in", login);
        return token;
    }

    private String patent(String unit, String number) {
        return find(client.get(FILING + "/patents?limit=100", unit), "patentNumber", number)
                .orElseThrow(() -> new DemoClient.Stopped("patent " + number + " is not in the unit's list"))
                .path("id")
                .asText();
    }

    private void save(String unit, String product, String part, ObjectNode document) {
        client.change(FILING + "/products/" + product + "/" + part, unit, known -> document);
    }

    private static ObjectNode fields(String model, String picture) {
        var fields = JsonNodeFactory.instance.objectNode();
        fields.put("name", NAME).put("model", model);
        fields.put("categoryCode", "9802030101").put("industryCode", "37");
        fields.put("introduction", "搭载热成像和多光谱相机，对农田自动巡检，定位病虫害和灌溉异常。");
        fields.putArray("purposes").add("promotion").add("financing");
        fields.put("firstProductionYear", 2023);
        fields.put("sales", "320").put("exports", "0").put("netProfit", "45.5");
        fields.put("outputValue", "350").put("grossMargin", "38.20");
        fields.put("contributionIndex", "35.00").put("contributionMethod", "licence-rate");
        fields.put("mainPicture", picture).put("takesPart", true);
        fields.putArray("declarations")
                .add("legal-responsibility")
                .add("network-security-law")
                .add("all-patents-linked");
        return fields;
    }

    private ObjectNode evidence(String unit) {
        var proof = uploaded(unit, "pdf-20", "proof.pdf", sample("proof.pdf"), "application/pdf");
        var evidence = JsonNodeFactory.instance.objectNode();
        evidence.putArray("economicProof").add(proof);
        return evidence.put("regulatedTrade", false).put("compulsoryCertification", false);
    }

    private String uploaded(String unit, String slot, String name, byte[] content, String type) {
        var path = PLATFORM + "/files?slot=product-filing/" + slot + "&name=" + name;
        return client.upload(path, unit, content, type, 201).id();
    }

    private byte[] sample(String name) {
        return client.bytes(PLATFORM + "/dev/samples/" + name);
    }

    private static Optional<JsonNode> find(JsonNode page, String field, String value) {
        return items(page)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private static void step(String line, Object... values) {
        System.out.println("✓ " + line.formatted(values));
    }
}
