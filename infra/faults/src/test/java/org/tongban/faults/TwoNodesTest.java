package org.tongban.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tongban.core.module.Migrate;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.RoundRobin;
import org.tongban.testkit.ServerProcess;

/** Two nodes over one database and one store, behind a proxy that takes them in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
    private static final int WRITERS = 3;
    private static final int WRITES = 20;
    private static final int FILED = 4;
    private static final String COUNTED = """
        select coalesce(sum(c.count), 0)
          from (select count from product_filing.statistic where subject = 'public' and dimension = 'state'
                union all
                select change from product_filing.statistic_change
                 where subject = 'public' and dimension = 'state') as c
        """;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Path DATA = Path.of(System.getProperty("tongban.test.data"))
            .toAbsolutePath()
            .resolve("nodes-" + ProcessHandle.current().pid());

    private EmbeddedProcess servers;
    private ServerProcess first;
    private ServerProcess second;
    private RoundRobin proxy;

    @BeforeAll
    void start() {
        servers = EmbeddedProcess.start(DATA);
        var environment = new HashMap<>(servers.environment());
        environment.put("TONGBAN_DATA", DATA.toString());
        environment.put("PLATFORM_TASKS_POLLING", "200ms");
        environment.putAll(Map.of("PLATFORM_MESSAGES_PER_TEMPLATE", "4", "PLATFORM_MESSAGES_QUIET_FROM", "08:00"));
        Migrate.run(environment);
        first = ServerProcess.start(environment, DATA.resolve("first.log"));
        second = ServerProcess.start(environment, DATA.resolve("second.log"));
        proxy = RoundRobin.before(first.address(), second.address());
    }

    @AfterAll
    void stop() {
        proxy.close();
        second.close();
        first.close();
        servers.close();
    }

    @Test
    @Order(1)
    @Tag("CO-12")
    void what_is_written_on_one_node_is_read_and_written_on_with_its_etag_on_the_other() {
        var token = first.signIn("unit-a");
        var here = first.withToken(token);
        var there = second.withToken(token);
        var product = Filings.id(Filings.expect(201, there.post(Filings.PRODUCTS)));
        var path = Filings.PRODUCTS + "/" + product + "/product";

        var read = Filings.expect(200, here.get(path));
        var saved = Filings.expect(200, there.with("If-Match", read.etag()).put(path, model("A")));

        assertThat(here.get(path).etag()).isEqualTo(saved.etag()).isNotEqualTo(read.etag());
        assertThat(there.get(path).text()).isEqualTo(here.get(path).text()).contains("\"A\"");
        assertThat(here.with("If-Match", read.etag()).put(path, model("B")).status())
                .isEqualTo(412);
        assertThat(here.with("If-Match", saved.etag()).put(path, model("B")).status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    @Tag("CO-12")
    @Tag("RL-1")
    void a_repeat_sent_to_the_other_node_gets_the_first_answer_byte_for_byte() {
        var token = first.signIn("unit-a");
        var key = UUID.randomUUID().toString();

        var answer = first.withToken(token).with("Idempotency-Key", key).post(Filings.PRODUCTS);
        var repeat = second.withToken(token).with("Idempotency-Key", key).post(Filings.PRODUCTS);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(answer.body());
        assertThat(repeat.etag()).isEqualTo(answer.etag());
        assertThat(repeat.header("Location")).isEqualTo(answer.header("Location"));
    }

    @Test
    @Order(3)
    @Tag("RL-7")
    void a_sign_out_on_one_node_is_refused_on_the_other() {
        var token = first.signIn("unit-a");
        var there = second.withToken(token);
        assertThat(there.get(Filings.PLATFORM + "/me").status()).isEqualTo(200);

        assertThat(first.withToken(token)
                        .delete(Filings.PLATFORM + "/sessions/current")
                        .status())
                .isEqualTo(204);

        long began = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> there.get(Filings.PLATFORM + "/me").status() == 401);
        System.out.printf(
                "A sign-out is known to the other node after %d ms.%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    @Test
    @Order(3)
    @Tag("CO-27")
    @Tag("RL-7")
    void a_client_that_is_disabled_on_one_node_is_refused_on_the_other() {
        var made = Filings.expect(201, second.as("admin").post(Filings.PLATFORM + "/clients", Api.json("""
            {'name': 'Portal', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': []}\
            """)))
                .json();
        var pair = made.path("id").asText() + ":" + made.path("secret").asText();
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var grant = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
        var answer = first.anonymous()
                .with("Authorization", basic)
                .bytes("POST", "/oauth2/token", grant, "application/x-www-form-urlencoded");
        var token = Filings.expect(200, answer).json().path("access_token").asText();
        var here = first.withToken(token);
        assertThat(here.get(Filings.PLATFORM + "/modules").status()).isEqualTo(200);

        var disabled = second.as("admin")
                .post(Filings.PLATFORM + "/clients/" + made.path("id").asText() + "/disable");

        assertThat(disabled.status()).isEqualTo(200);
        await().atMost(LONGEST)
                .until(() -> here.get(Filings.PLATFORM + "/modules").status() == 401);
    }

    @Test
    @Order(4)
    @Tag("CO-26")
    @Tag("CO-48")
    void a_new_signing_key_is_made_once_and_known_to_both_nodes() throws SQLException {
        assertThat(keys(first)).hasSize(2).isEqualTo(keys(second));

        execute("update core.signing_key set not_before = not_before - interval '60 days'");
        execute("update core.scheduled_task set execution_time = now() where task_name = 'platform.rotate-keys'");

        await().atMost(LONGEST)
                .until(() -> keys(first).size() == 3 && keys(second).size() == 3);
        assertThat(keys(first)).isEqualTo(keys(second));
        assertThat(first.as("unit-a").get(Filings.PLATFORM + "/me").status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    @Tag("CO-41")
    @Tag("CO-48")
    @Tag("CO-50")
    void two_nodes_send_each_message_once_and_deliver_each_event_once() throws SQLException {
        var numbers = Filings.numbers(1);
        Filings.registry(first.as("admin"), numbers);
        var unit = proxy.withToken(second.signIn(Filings.UNIT));
        var reviewer = proxy.withToken(first.signIn("reviewer"));
        var patent = Filings.patent(unit, numbers.getFirst());
        var picture = Filings.picture(first.anonymous());
        for (int i = 0; i < FILED; i++) {
            var product = Filings.complete(unit, patent, picture, "nodes-" + i);
            Filings.expect(200, Filings.submit(unit, product));
        }
        for (var found : reviewer.get(Filings.PLATFORM + "/reviews").json().path("items")) {
            var path = Filings.PLATFORM + "/reviews/" + found.path("id").asText();
            Filings.expect(200, reviewer.post(path + "/claim"));
            var decision = Checklists.ticked(reviewer, path, Api.json("{'decision': 'approve'}"));
            Filings.expect(200, reviewer.post(path + "/decision", decision));
        }

        await().atMost(LONGEST)
                .until(() -> count("select count(*) from core.message where state = 'sent'") == FILED
                        && count(COUNTED) == FILED);
        assertThat(count("select max(attempts) from core.message")).isEqualTo(1);
        assertThat(count("select count(*) from core.event where type = 'product-filing.product-filed'"))
                .isEqualTo(FILED);
    }

    @Test
    @Order(6)
    @Tag("RL-3")
    @Tag("CO-80")
    void the_other_node_goes_on_and_nothing_acknowledged_is_lost_when_one_is_killed() throws Exception {
        var unit = proxy.withToken(first.signIn("unit-b"));
        var before = count("select count(*) from product_filing.product");
        Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
        var some = new CountDownLatch(WRITES);
        var enough = new CountDownLatch(2 * WRITES);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(unit, acknowledged, some, enough));
            }
            assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
            second.kill();
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(count("select count(*) from product_filing.product") - before)
                .isEqualTo(acknowledged.size());
        var again = first.as("unit-b");
        acknowledged.forEach((key, answer) -> {
            assertThat(again.get(answer.header("Location")).status()).isEqualTo(200);
            assertThat(again.with("Idempotency-Key", key).post(Filings.PRODUCTS).body())
                    .isEqualTo(answer.body());
        });
    }

    /** Posts until enough is done; where an answer does not come, the same post is sent again. */
    private static void write(Api unit, Map<String, Answer> acknowledged, CountDownLatch some, CountDownLatch enough) {
        var key = UUID.randomUUID().toString();
        while (enough.getCount() > 0 || !acknowledged.containsKey(key)) {
            try {
                var answer = unit.with("Idempotency-Key", key).post(Filings.PRODUCTS);
                if (answer.status() == 201) {
                    acknowledged.put(key, answer);
                    some.countDown();
                    enough.countDown();
                    if (enough.getCount() > 0) {
                        key = UUID.randomUUID().toString();
                    }
                } else {
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
                }
            } catch (UncheckedIOException unanswered) {
                // The same again: the key tells whether it was done.
            }
        }
    }

    private static JsonNode model(String model) {
        return JsonNodeFactory.instance.objectNode().put("model", model);
    }

    private static List<String> keys(ServerProcess node) {
        var kids = new ArrayList<String>();
        node.anonymous()
                .get("/.well-known/jwks.json")
                .json()
                .path("keys")
                .forEach(key -> kids.add(key.path("kid").asText()));
        return kids.stream().sorted().toList();
    }

    private long count(String query) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connection() throws SQLException {
        var environment = servers.environment();
        return DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"));
    }
}
