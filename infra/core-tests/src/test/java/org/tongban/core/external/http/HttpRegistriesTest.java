package org.tongban.core.external.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.testkit.LoopbackGateway.answer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.external.BusinessRegistry.Comparison;
import org.tongban.core.external.BusinessRegistry.Entry;
import org.tongban.core.external.BusinessRegistry.Status;
import org.tongban.core.external.ExternalError;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.web.DomainException;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.LoopbackGateway.Behaviour;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Whatever a gateway does, what comes out is its entry or registry-unavailable. */
@TongbanTest
@Tag("CO-75")
class HttpRegistriesTest {
    /** Longer than a loaded machine takes over an answer that comes. */
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static final UnifiedSocialCreditCode CODE = new UnifiedSocialCreditCode("91350203M0001QKT19");
    private static final PatentNumber NUMBER = new PatentNumber("201510958772.0");
    private static final PatentNumber SECOND = new PatentNumber("201821844933.9");
    private static final String BUSINESS = """
        {"code": "91350203M0001QKT19", "name": "厦门示例科技有限公司", "formerNames": ["厦门旧名有限公司"],
         "type": "有限责任公司", "status": "in-liquidation", "establishedOn": "2015-06-01", "validTo": "2045-05-31",
         "address": "厦门市思明区", "division": "350203", "registeredCapital": "1234567890123.000001",
         "industry": "C35", "phone": "+8613800138000", "news": "of a later version",
         "representative": {"name": "张三", "idKind": "resident-id"}}\
        """;

    private final LoopbackGateway gateway = new LoopbackGateway();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ContractSchemas schemas;
    private final RegistryClients clients;
    private final HttpBusinessRegistry businesses;
    private final HttpPatentRegistry patents;

    HttpRegistriesTest(Tongban tongban) {
        this.schemas = tongban.context().getBean(ContractSchemas.class);
        this.clients = clients(tongban, gateway.url() + "/base", PATIENT);
        this.businesses = new HttpBusinessRegistry(clients);
        this.patents = new HttpPatentRegistry(clients);
    }

    private RegistryClients clients(Tongban tongban, String url, Duration readTimeout) {
        var environment = tongban.context().getEnvironment();
        var clock = tongban.context().getBean(org.tongban.core.time.SystemClock.class);
        return new RegistryClients(
                List.of(settings("business", url, readTimeout), settings("patents", url, readTimeout)),
                environment,
                schemas,
                meters,
                clock);
    }

    private static RegistrySettings settings(String name, String url, Duration readTimeout) {
        return new RegistrySettings(name, url, "opaque", null, PATIENT, readTimeout, 2);
    }

    private void refusedByTheImpatient(Tongban tongban) {
        var impatient = clients(tongban, gateway.url() + "/base", Duration.ofMillis(1500));
        refused(() -> new HttpBusinessRegistry(impatient).find(CODE));
        impatient.stop();
        assertThat(counted("too-slow")).isOne();
    }

    @AfterEach
    void close() {
        clients.stop();
        gateway.close();
    }

    private double counted(String outcome) {
        return meters.find("tongban.registry.questions").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static DomainException refused(ThrowingCallable question) {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(DomainException.class, question);
        assertThat(thrown).isNotNull();
        assertThat(thrown.code()).isEqualTo(ExternalError.REGISTRY_UNAVAILABLE);
        assertThat(thrown.endsAfter()).isPositive();
        return thrown;
    }

    @Test
    void reads_an_entry_whole_and_shows_the_bearer_token() {
        gateway.answers(200, BUSINESS);
        var entry = businesses.find(CODE).orElseThrow();
        assertThat(entry)
                .extracting(Entry::name, Entry::status, Entry::establishedOn, Entry::validTo, Entry::registeredCapital)
                .containsExactly(
                        "厦门示例科技有限公司",
                        Status.IN_LIQUIDATION,
                        LocalDate.of(2015, 6, 1),
                        LocalDate.of(2045, 5, 31),
                        new BigDecimal("1234567890123.000001"));
        assertThat(entry.formerNames()).containsExactly("厦门旧名有限公司");
        assertThat(entry.representative().idKind()).isEqualTo(IdDocument.Kind.RESIDENT_ID);
        assertThat(gateway.asked()).containsExactly("GET /base/businesses/91350203M0001QKT19");
        assertThat(gateway.authorizations()).containsExactly("Bearer opaque");
        assertThat(counted("answered")).isOne();
    }

    @Test
    @Tag("CO-58")
    void the_phone_is_shown_masked_and_only_sent_to() {
        gateway.answers(200, BUSINESS);
        var entry = businesses.find(CODE).orElseThrow();
        var phone = java.util.Objects.requireNonNull(entry.phone());
        assertThat(phone.masked()).isEqualTo("+86138****8000");
        assertThat(entry.toString()).doesNotContain("13800138000");
        assertThat(phone.recipient()).isEqualTo(new org.tongban.core.message.Recipient.Phone("+8613800138000"));
        assertThatThrownBy(() -> new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(phone))
                .hasMessageNotContaining("13800138000")
                .hasMessageContaining("no properties discovered");
    }

    @Test
    void what_only_the_code_is_needed_for_may_be_absent() {
        gateway.answers(200, """
            {"code": "91350203M0001QKT19", "name": "某协会", "type": "社会团体", "status": "active",
             "representative": {"name": "李四"}}\
            """);
        var entry = businesses.find(CODE).orElseThrow();
        assertThat(entry.registeredCapital()).isNull();
        assertThat(entry.phone()).isNull();
        assertThat(entry.formerNames()).isEmpty();
    }

    @Test
    void an_unknown_code_is_unknown() {
        gateway.answers(404, "{\"code\": \"not-found\"}");
        assertThat(businesses.find(CODE)).isEmpty();
        assertThat(counted("unknown")).isOne();
    }

    @Test
    @Tag("CO-58")
    void compares_the_representatives_document_without_a_number_in_the_address() {
        gateway.answers(200, "{\"result\": \"different\"}");
        var document = new IdDocument(IdDocument.Kind.PASSPORT_CN, "E12345678");
        assertThat(businesses.compareRepresentative(CODE, document)).isEqualTo(Comparison.DIFFERENT);
        assertThat(gateway.asked())
                .containsExactly("POST /base/businesses/91350203M0001QKT19/representative-comparisons");
        assertThat(gateway.bodies()).containsExactly("{\"idKind\":\"passport-cn\",\"idNumber\":\"E12345678\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"code\": \"91350203M0001QKT19\"",
                "[]",
                "{}",
                "{\"code\": \"91350203M0001QKT19\", \"code\": \"91350203M0001QKT19\"}",
                "{\"code\": \"91350203M0001QKT19\", \"name\": 7, \"type\": \"t\", \"status\": \"active\","
                        + " \"representative\": {\"name\": \"n\"}}",
                "{\"code\": \"91350203M0001QKT19\", \"name\": \"n\", \"type\": \"t\", \"status\": \"odd\","
                        + " \"representative\": {\"name\": \"n\"}}",
                "{\"code\": \"91350203M0001QKT19\", \"name\": \"n\", \"type\": \"t\", \"status\": \"active\","
                        + " \"representative\": {}}",
                "{\"code\": \"91350203M0001QKT19\", \"name\": \"n\", \"type\": \"t\", \"status\": \"active\","
                        + " \"representative\": {\"name\": \"n\"}, \"validTo\": \"2025-02-30\"}",
                "{\"code\": \"91350203M0001QKT19\", \"name\": \"n\", \"type\": \"t\", \"status\": \"active\","
                        + " \"representative\": {\"name\": \"n\"}, \"registeredCapital\": \"1e9\"}",
                "{\"code\": \"911101085923662400\", \"name\": \"n\", \"type\": \"t\", \"status\": \"active\","
                        + " \"representative\": {\"name\": \"n\"}}"
            })
    void an_answer_against_the_contract_is_no_answer(String body) {
        gateway.answers(200, body);
        refused(() -> businesses.find(CODE));
        assertThat(counted("bad-answer")).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 405, 418, 500, 502, 503, 429, 401, 403})
    void any_other_status_is_no_answer(int status) {
        gateway.answers(status, "");
        refused(() -> businesses.find(CODE));
        refused(() -> patents.countHeldBy(List.of("测试公司")));
        assertThat(counted("answered") + counted("unknown")).isZero();
    }

    @Test
    void a_404_of_something_else_does_not_say_that_the_code_is_unknown() {
        gateway.answers(404, "<html>nginx</html>");
        refused(() -> businesses.find(CODE));
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var elsewhere = new LoopbackGateway()) {
            elsewhere.answers(200, BUSINESS);
            gateway.behave(exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/businesses/" + CODE);
                answer(exchange, 307, "");
            });
            refused(() -> businesses.find(CODE));
            assertThat(elsewhere.asked()).isEmpty();
        }
        assertThat(counted("redirected")).isOne();
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        var most = new java.util.concurrent.atomic.AtomicLong();
        gateway.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1 << 16];
            java.util.Arrays.fill(block, (byte) ' ');
            while (most.addAndGet(block.length) < 1L << 30) {
                exchange.getResponseBody().write(block);
            }
        });
        refused(() -> businesses.find(CODE));
        assertThat(most.get()).isLessThan(1L << 28);
        assertThat(counted("broken-off")).isOne();
    }

    @Test
    void an_answer_that_drips_is_waited_for_no_longer_than_allowed(Tongban tongban) {
        gateway.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody()::write);
        });
        refusedByTheImpatient(tongban);
    }

    @Test
    void silence_is_waited_for_no_longer_than_allowed(Tongban tongban) {
        var over = new CountDownLatch(1);
        gateway.behave(exchange -> hold(over));
        refusedByTheImpatient(tongban);
        over.countDown();
    }

    private interface Sink {
        void write(int octet) throws java.io.IOException;
    }

    /** Ends when the other side has hung up. */
    private static void drip(Sink sink) throws java.io.IOException {
        for (var i = 0; i < 10_000; i++) {
            sink.write(' ');
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
    }

    private static void hold(CountDownLatch over) {
        try {
            assertThat(over.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_broken_off_is_no_answer() {
        gateway.behave(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
        });
        refused(() -> businesses.find(CODE));
        assertThat(counted("broken-off")).isOne();
    }

    @Test
    void nobody_there_is_no_answer(Tongban tongban) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var lost = clients(tongban, "http://127.0.0.1:" + port, PATIENT);
        refused(() -> new HttpBusinessRegistry(lost).find(CODE));
        lost.stop();
        assertThat(counted("not-connected")).isOne();
    }

    @Test
    void a_post_is_never_sent_twice() {
        gateway.answers(500, "");
        var document = new IdDocument(IdDocument.Kind.PASSPORT_CN, "E12345678");
        refused(() -> businesses.compareRepresentative(CODE, document));
        assertThat(gateway.asked()).hasSize(1);
    }

    @Test
    void a_registry_that_asks_for_rest_gets_it_and_says_for_how_long() {
        gateway.behave(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            answer(exchange, 429, "");
        });
        assertThat(refused(() -> businesses.find(CODE)).endsAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(refused(() -> businesses.find(CODE)).endsAfter())
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
        assertThat(gateway.asked()).hasSize(1);
        assertThat(counted("resting")).isOne();
        gateway.answers(404, "{\"code\": \"not-found\"}");
        assertThat(patents.find(NUMBER)).as("the other registry").isEmpty();
    }

    @Test
    void a_registry_that_fails_again_and_again_is_left_alone() {
        gateway.answers(500, "");
        for (var i = 0; i < 12; i++) {
            refused(() -> businesses.find(CODE));
        }
        assertThat(gateway.asked()).hasSize(5);
        assertThat(counted("faulty")).isEqualTo(5);
        assertThat(counted("resting")).isEqualTo(7);
    }

    @Test
    void finds_a_patent_by_its_number_and_believes_no_other() {
        gateway.answers(200, patent(NUMBER));
        assertThat(patents.find(NUMBER).orElseThrow().legalStatus()).isEqualTo(PatentRegistry.LegalStatus.IN_GRACE);
        refused(() -> patents.find(SECOND));
        gateway.answers(200, patent(NUMBER).replace("958772.0", "958772.1"));
        refused(() -> patents.find(NUMBER));
    }

    private static String patent(PatentNumber number) {
        return """
            {"number": "%s", "kind": "utility-model", "title": "一种装置", "holders": ["测试甲公司", "测试乙公司"],
             "filedOn": "2018-11-09", "grantedOn": "2019-08-01", "legalStatus": "in-grace", "statusOn": "2025-01-01"}\
            """.formatted(number);
    }

    private void pages(Map<String, String> byQuery) {
        Behaviour paged = exchange -> {
            var body = byQuery.get(exchange.getRequestURI().getQuery());
            answer(exchange, body == null ? 400 : 200, body == null ? "" : body);
        };
        gateway.behave(paged);
    }

    @Test
    @Tag("PF-20")
    void a_long_list_comes_in_pages() {
        var third = new PatentNumber("202322865413.3");
        pages(Map.of(
                "holder=测试甲公司&holder=旧名&limit=2",
                "{\"items\": [" + patent(NUMBER) + "," + patent(SECOND) + "]}",
                "holder=测试甲公司&holder=旧名&after=201821844933.9&limit=2",
                "{\"items\": [" + patent(third) + "]}"));
        assertThat(patents.heldBy(List.of("测试甲公司", "旧名"), null, 1000))
                .extracting(PatentRegistry.Entry::number)
                .containsExactly(NUMBER, SECOND, third);
        assertThat(gateway.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeats", "turns back", "gives more than asked for"})
    void a_list_that_does_not_lead_on_is_no_answer(String fault) {
        var items = switch (fault) {
            case "repeats" -> patent(NUMBER) + "," + patent(NUMBER);
            case "turns back" -> patent(SECOND) + "," + patent(NUMBER);
            default -> patent(NUMBER) + "," + patent(SECOND) + "," + patent(new PatentNumber("202322865413.3"));
        };
        gateway.answers(200, "{\"items\": [" + items + "]}");
        refused(() -> patents.heldBy(List.of("测试甲公司"), null, 1000));
    }

    @Test
    void a_list_is_never_unknown() {
        gateway.answers(404, "{\"code\": \"not-found\"}");
        refused(() -> patents.heldBy(List.of("测试甲公司"), null, 1000));
    }

    @Test
    void counts_what_a_holder_has() {
        gateway.answers(200, "{\"count\": 12}");
        assertThat(patents.countHeldBy(List.of("测试甲公司"))).isEqualTo(12);
        gateway.answers(200, "{\"count\": -1}");
        refused(() -> patents.countHeldBy(List.of("测试甲公司")));
    }
}
