package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;

/** The patents of a unit where the registry is a gateway: it is asked with no connection held, and may be away. */
@Tag("CO-75")
@Tag("PF-21")
class PatentGatewayTest {
    private static final String PATENTS = "/api/product-filing/v1/patents";
    private static final String PATENT = """
        {"number": "%s", "kind": "utility-model", "title": "网关装置", "holders": ["某公司"],
         "filedOn": "2021-07-16", "grantedOn": "2022-01-11", "legalStatus": "granted", "statusOn": "2022-01-11",
         "termExtensionDays": 137}\
        """;

    private static LoopbackGateway gateway;
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        gateway = new LoopbackGateway();
        tongban = Tongban.beside(
                data,
                Map.of("datasources.default.maximum-pool-size", 1, "platform.registries.patents.url", gateway.url()));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        gateway.close();
    }

    private static Api unit() {
        return tongban.withToken(Tongban.running().signIn("unit-b"));
    }

    private static JsonNode body(String number) {
        return Api.json("{'patentNumber': '%s', 'acquisition': 'original'}".formatted(number));
    }

    @Test
    void a_patent_is_taken_from_the_gateway() {
        gateway.answers(200, PATENT.formatted("202121000001.8"));
        var added = unit().post(PATENTS, body("ZL202121000001.8"));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("title").asText()).isEqualTo("网关装置");
        assertThat(added.json().path("expiresOn").asText()).isEqualTo("2031-11-30");
        assertThat(gateway.asked()).containsExactly("GET /patents/202121000001.8");
    }

    @Test
    void a_patent_that_the_gateway_does_not_know_is_unknown() {
        gateway.answers(404, "{\"code\": \"not-found\"}");
        assertThat(unit().post(PATENTS, body("202121000002.2")).code()).isEqualTo("patent-unknown");
    }

    @Test
    @Tag("CO-12")
    void a_gateway_that_is_away_is_503_and_the_key_may_be_used_again() {
        var keyed = unit().with("Idempotency-Key", "gateway-away");
        gateway.answers(500, "java.lang.IllegalStateException: at org.example");
        var away = keyed.post(PATENTS, body("202121000003.7"));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("registry-unavailable");
        assertThat(Long.parseLong(away.header("Retry-After"))).isPositive();
        assertThat(away.text()).doesNotContain("Exception", "127.0.0.1");
        gateway.answers(200, PATENT.formatted("202121000003.7"));
        assertThat(keyed.post(PATENTS, body("202121000003.7")).status()).isEqualTo(201);
    }

    @Test
    @Tag("CO-12")
    @Tag("RL-1")
    void while_the_gateway_thinks_no_connection_is_held_and_one_key_asks_once() throws Exception {
        var thinks = new CountDownLatch(1);
        gateway.behave(exchange -> {
            try {
                assertThat(thinks.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LoopbackGateway.answer(exchange, 200, PATENT.formatted("202121000004.1"));
        });
        var keyed = unit().with("Idempotency-Key", "gateway-thinks");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> add = () -> keyed.post(PATENTS, body("202121000004.1"));
            var adding =
                    IntStream.range(0, 20).mapToObj(i -> threads.submit(add)).toList();
            await().until(() -> !gateway.asked().isEmpty());
            // The pool has one connection: whoever else comes is served by it.
            assertThat(unit().get(PATENTS).status()).isEqualTo(200);
            thinks.countDown();
            var answers = new java.util.ArrayList<String>();
            for (var one : adding) {
                var answer = one.get(60, TimeUnit.SECONDS);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                answers.add(answer.text());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        assertThat(gateway.asked()).hasSize(1);
    }
}
