import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final Map<String, String> passwords;

    private Demo(URI server, Map<String, String> passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    public static void main(String... arguments) throws IOException {
        var server = URI.create(arguments[0]);
        try {
            new Demo(server, passwords(Path.of(arguments[1]))).run(Path.of(arguments[2]));
        } catch (Stopped e) {
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
        System.out.println("  " + server.resolve(page));
    }

    private void importRegistry(byte[] csv) {
        var admin = signIn("staff", "admin");
        var job = call("POST", PLATFORM + "/registries/patents/imports", admin, csv, "text/csv", 202);
        var done = awaitJob(admin, job.json());
        step(
                "the administrator imported %d rows of the patent registry",
                done.path("done").asLong());
    }

    private void collectPatents(String unit) {
        var job = call("POST", FILING + "/patent-imports", unit, null, null, 202);
        var done = awaitJob(unit, job.json());
        step("the unit imported its %d patents by its name", done.path("done").asLong());
        var body = JsonNodeFactory.instance.objectNode();
        body.put("patentNumber", ADDED_PATENT).put("acquisition", "original");
        var answer = send("POST", FILING + "/patents", unit, bytes(body), "application/json");
        if (answer.status() == 409) {
            step("patent %s is in the unit's list since an earlier run", ADDED_PATENT);
        } else {
            expect(answer, 201, "adding a patent by its number");
            step("the unit added patent %s by its number", ADDED_PATENT);
        }
    }

    /** Saves a draft that is wrong in several ways, and shows what its submission answers. */
    private String draft(String unit, String model) throws IOException {
        var created = call("POST", FILING + "/products", unit, null, null, 201).json();
        var product = created.path("id").asText();
        var picture = call(
                        "POST",
                        PLATFORM + "/files?slot=product-filing/picture&name=main.png",
                        unit,
                        sample("picture.png"),
                        "image/png",
                        201)
                .json()
                .path("id")
                .asText();
        step("the unit uploaded the main picture");
        var fields = fields(model, picture);
        fields.put("sales", "999999");
        fields.remove("introduction");
        save(unit, product, "product", fields);
        step("the unit saved a draft: %s %s", NAME, model);
        var refused = send("POST", FILING + "/products/" + product + "/submit", unit, null, null);
        expect(refused, 422, "submitting an incomplete product");
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
        call("POST", FILING + "/products/" + product + "/submit", unit, null, null, 200);
        step("the unit submitted %s", model);
    }

    private void review(String product) {
        var reviewer = signIn("staff", "reviewer");
        var found = await(
                "the case in the reviewer's queue",
                () -> find(
                        call("GET", PLATFORM + "/reviews?limit=100", reviewer, null, null, 200)
                                .json()
                                .path("items"),
                        "subject",
                        product));
        var path = PLATFORM + "/reviews/" + found.path("id").asText();
        call("POST", path + "/claim", reviewer, null, null, 200);
        var whole = call("GET", path, reviewer, null, null, 200).json();
        step("the reviewer found and claimed case %s", whole.path("number").asText());
        var decision = JsonNodeFactory.instance.objectNode().put("decision", "approve");
        var checklist = decision.putArray("checklist");
        whole.path("checklist")
                .forEach(point -> checklist
                        .addObject()
                        .put("id", point.path("id").asText())
                        .put("passed", true));
        call("POST", path + "/decision", reviewer, bytes(decision), "application/json", 200);
        step("the reviewer approved it");
    }

    private String lookInPublic(String product, String model) {
        var unit = signIn("filing-unit", "unit-a");
        var filed = call("GET", FILING + "/products/" + product, unit, null, null, 200)
                .json();
        if (!filed.path("state").asText().equals("filed")) {
            throw new Stopped("the product is " + filed.path("state").asText() + ", not filed");
        }
        var number = filed.path("filingNumber").asText();
        step("the product is filed under %s", number);
        var message = await(
                "the unit's SMS in the outbox",
                () -> StreamSupport.stream(
                                call("GET", PLATFORM + "/dev/outbox", null, null, null, 200)
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .filter(shown -> shown.path("text").asText().contains(number))
                        .findFirst());
        step("the unit's SMS stands in the outbox: %s", message.path("text").asText());
        var search = PLATFORM + "/public/products?limit=100&q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8);
        var hit = await(
                "the product in the public search",
                () -> StreamSupport.stream(
                                call("GET", search, null, null, null, 200)
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .filter(item -> item.toString().contains(model))
                        .findFirst());
        step("“%s” finds it in public", WORD);
        var page = "/products/" + hit.path("id").asText();
        var html = new String(call("GET", page, null, null, null, 200).body(), StandardCharsets.UTF_8);
        if (!html.contains(PUBLIC_PATENT) || html.contains(HIDDEN_PATENT)) {
            throw new Stopped("the public page does not show the public patent alone: " + server.resolve(page));
        }
        step("its page shows the public patent and not the other");
        return page;
    }

    /** Takes the product through this year's round: held for its hidden patent, then in publicity. */
    private void recognise(String unit, String product) {
        var manager = signIn("staff", "filing-manager");
        var year = call("GET", FILING + "/products/" + product, unit, null, null, 200)
                .json()
                .path("filedOn")
                .asText()
                .substring(0, 4);
        var round = FILING + "/rounds/" + year;
        var known = call("GET", round, manager, null, null, 200);
        var dates = JsonNodeFactory.instance.objectNode().put("filingDeadline", year + "-12-31");
        for (var kept : new String[] {"dataYear", "opensOn", "closesOn"}) {
            dates.set(kept, known.json().path(kept));
        }
        var edit =
                request("PUT", round, manager, bytes(dates), "application/json").header("If-Match", known.etag());
        expect(send(edit), 200, "PUT " + round);
        awaitJob(
                manager,
                call("POST", round + "/intake", manager, null, null, 202).json());
        step("staff took what was filed by the end of %s into its round", year);
        var run = JsonNodeFactory.instance
                .objectNode()
                .put("scorecard", scorecard(round, manager))
                .put("dry", false);
        var started = call("POST", round + "/recognition-runs", manager, bytes(run), "application/json", 202)
                .json();
        awaitJob(manager, JsonNodeFactory.instance.objectNode().set("id", started.path("job")));
        var decision = FILING + "/recognition-runs/" + started.path("id").asText() + "/decision";
        awaitJob(manager, call("POST", decision, manager, null, null, 202).json());
        var held = recognition(unit, product, "held");
        step("it meets the scorecard and is held: one of its patents is not public");
        call("POST", FILING + "/recognitions/" + held + "/patents-publication", unit, null, null, 200);
        var publicity = JsonNodeFactory.instance.objectNode().put("decision", "publicity");
        call(
                "POST",
                FILING + "/recognitions/" + held + "/decision",
                manager,
                bytes(publicity),
                "application/json",
                200);
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
        return call("POST", round + "/scorecards", manager, bytes(scorecard), "application/json", 201)
                .json()
                .path("id")
                .asText();
    }

    private String recognition(String unit, String product, String state) {
        var mine = call("GET", FILING + "/recognitions?limit=100&state=" + state, unit, null, null, 200)
                .json();
        return find(mine.path("items"), "product", product)
                .orElseThrow(() -> new Stopped("the product is not " + state))
                .path("id")
                .asText();
    }

    private String signIn(String realm, String login) {
        var body = JsonNodeFactory.instance.objectNode();
        var password = passwords.get(login);
        if (password == null) {
            throw new Stopped("there is no sample account " + login + ": start with infra/up --demo");
        }
        body.put("realm", realm).put("login", login).put("password", password);
        var token = call("POST", PLATFORM + "/sessions", null, bytes(body), "application/json", 201);
        step("%s signed in", login);
        return token.json().path("accessToken").asText();
    }

    private String patent(String unit, String number) {
        var page = call("GET", FILING + "/patents?limit=100", unit, null, null, 200)
                .json();
        return find(page.path("items"), "patentNumber", number)
                .orElseThrow(() -> new Stopped("patent " + number + " is not in the unit's list"))
                .path("id")
                .asText();
    }

    private void save(String unit, String product, String part, ObjectNode document) {
        var path = FILING + "/products/" + product + "/" + part;
        var etag = call("GET", path, unit, null, null, 200).etag();
        var request =
                request("PUT", path, unit, bytes(document), "application/json").header("If-Match", etag);
        expect(send(request), 200, "PUT " + path);
    }

    private JsonNode awaitJob(String token, JsonNode started) {
        var path = PLATFORM + "/jobs/" + started.path("id").asText();
        var job = await(
                "the end of " + path,
                () -> Optional.of(call("GET", path, token, null, null, 200).json())
                        .filter(now -> now.path("state").asText().matches("done|failed")));
        if (job.path("state").asText().equals("failed")) {
            throw new Stopped("the job failed: " + job);
        }
        return job;
    }

    private static JsonNode await(String what, Supplier<Optional<JsonNode>> question) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new Stopped(what + " did not come within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
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
        var path = PLATFORM + "/files?slot=product-filing/pdf-20&name=proof.pdf";
        var proof = call("POST", path, unit, sample("proof.pdf"), "application/pdf", 201)
                .json();
        var evidence = JsonNodeFactory.instance.objectNode();
        evidence.putArray("economicProof").add(proof.path("id").asText());
        return evidence.put("regulatedTrade", false).put("compulsoryCertification", false);
    }

    private byte[] sample(String name) {
        return call("GET", PLATFORM + "/dev/samples/" + name, null, null, null, 200)
                .body();
    }

    private static Optional<JsonNode> find(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst();
    }

    private Answer call(String method, String path, String token, byte[] body, String type, int status) {
        var answer = send(method, path, token, body, type);
        expect(answer, status, method + " " + path);
        return answer;
    }

    private Answer send(String method, String path, String token, byte[] body, String type) {
        return send(request(method, path, token, body, type));
    }

    private HttpRequest.Builder request(String method, String path, String token, byte[] body, String type) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            throw new Stopped("nothing answers at " + server + ": start with infra/up --demo");
        } catch (IOException e) {
            throw new Stopped("the connection broke: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new Stopped("interrupted");
        }
    }

    private static void expect(Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new Stopped("%s answered %d instead of %d:%n%s"
                    .formatted(what, answer.status(), status, new String(answer.body(), StandardCharsets.UTF_8)));
        }
    }

    private static void step(String line, Object... values) {
        System.out.println("✓ " + line.formatted(values));
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> passwords(Path file) throws IOException {
        var passwords = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("DEMO_") && line.contains("_PASSWORD=")) {
                var name = line.substring("DEMO_".length(), line.indexOf("_PASSWORD="));
                passwords.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), line.substring(line.indexOf('=') + 1));
            }
        }
        return passwords;
    }

    private record Answer(int status, byte[] body, String etag) {
        static Answer of(HttpResponse<byte[]> response) {
            var etag = response.headers().firstValue("ETag").orElse("*");
            return new Answer(response.statusCode(), response.body(), etag);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new Stopped("not JSON: " + new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    /** The journey cannot go on; the message says why. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }
}
