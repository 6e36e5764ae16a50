package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.ServerProcess;

/** The life of a programme made outside the source tree, in one installation, step by step. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("CO-5")
class ModuleLifeTest {
    private static final String OWN = "/api/suggestions/v1/suggestions";
    private static final String PLATFORM = "/api/platform/v1";
    private static final String PUBLISHED = "更多自行车停放处";
    private static final String WAITING = "延长图书馆开放时间";
    private static final Map<String, String> ON = Map.of();
    private static final Map<String, String> OFF = Map.of("PLATFORM_MODULES_SUGGESTIONS_ENABLED", "false");

    private static OutsideModule module;
    private static Installation installation;

    @BeforeAll
    static void install() {
        module = OutsideModule.built();
        installation = Installation.named("life");
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    @Test
    @Order(1)
    @Tag("CO-4")
    void the_migrations_of_a_module_switched_off_are_not_applied() {
        installation.put(OutsideModule.ID, module.first());
        installation.migrate(OFF);

        assertThat(installation.schema("suggestions")).isEmpty();
    }

    @Test
    @Order(2)
    @Tag("CO-2")
    @Tag("PO-1")
    @Tag("PO-4")
    void a_folder_dropped_in_adds_all_that_the_module_registers() {
        try (var server = installation.start(ON)) {
            var anyone = server.anonymous();
            assertThat(version(anyone)).isEqualTo("1.0.0");
            assertThat(installation.rows("select version from suggestions.migration_history where version <> '0'"))
                    .containsExactly("202611210100");
            assertThat(ok(anyone.get(PLATFORM + "/forms/suggestions/suggestion/1"))
                            .text())
                    .contains("意见内容");
            assertThat(ok(anyone.get("/openapi/suggestions.json")).text()).contains(OWN);
            assertThat(ok(anyone.get("/openapi.json")).text()).contains(OWN);
            assertThat(anyone.get(OWN).status()).isEqualTo(401);
            assertThat(server.as("admin").get(OWN).status()).isEqualTo(403);
            assertCounting();

            writeAndPublish(server);
            assertThat(ok(anyone.get(PLATFORM + "/public/suggestions")).text())
                    .contains(PUBLISHED)
                    .doesNotContain(WAITING);
            assertThat(ok(anyone.get("/search?collection=suggestions")).text()).contains("公众意见", PUBLISHED);
            assertThat(ok(anyone.get("/")).text()).contains("意见征集");
            sayOpenly(server);
        }
    }

    /** A form that asks for no phone: its captcha stands before the end, and nothing is handed in without it. */
    private static void sayOpenly(ServerProcess server) {
        var form = new PortalForm(server);
        var path = "/forms/suggestions/suggestion";
        assertThat(ok(form.open("/")).text()).contains("公众建议", path);
        assertThat(ok(form.open(path)).text()).contains("第 1 步，共 3 步", "任何人都可以提出。");
        ok(form.open(path + "?step=fields"));
        assertThat(form.type("go", "next").send(path).text()).contains("error-summary", "href=\"#f-text\"");
        assertThat(ok(form.type("/text", "多设站牌").type("go", "next").send(path)).text())
                .contains("第 3 步，共 3 步", "多设站牌", "/picture\"", "/audio\"");
        var refused = form.type("captcha-answer", "000").send(path + "/submission");
        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(refused.text()).contains("href=\"#captcha-answer\"", "多设站牌");
        assertThat(ok(form.solve().send(path + "/submission")).text())
                .contains("提交成功", "<strong>SG", "<strong>OPEN</strong>");
    }

    /** One suggestion that is published in the end and one that waits for its review. */
    private static void writeAndPublish(ServerProcess server) {
        var suggester = server.as("suggester");
        var refused = suggester.json("POST", OWN, "{\"text\": 7}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).singleElement().asString().startsWith("/text ");
        suggest(suggester, PUBLISHED);
        approve(server.as("clerk"));
        suggest(suggester, WAITING);
    }

    @Test
    @Order(3)
    void a_folder_replaced_upgrades_the_module_and_keeps_its_data() {
        installation.put(OutsideModule.ID, module.next());
        try (var server = installation.start(ON)) {
            var anyone = server.anonymous();

            assertThat(version(anyone)).isEqualTo("1.1.0");
            assertThat(ok(anyone.get("/api/suggestions/v1/topics")).json().path("items"))
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.asText()).isEqualTo("general"));
            assertThat(texts(server.as("suggester"))).containsExactly(WAITING, PUBLISHED);
            assertThat(ok(anyone.get("/openapi/suggestions.json")).text()).contains("/api/suggestions/v1/topics");
        }
    }

    @Test
    @Order(4)
    @Tag("CO-4")
    void a_module_switched_off_is_gone_and_its_data_stay() {
        try (var server = installation.start(OFF)) {
            var anyone = server.anonymous();

            assertGone(anyone);
            assertThat(state(anyone)).isEqualTo("off");
            assertNotCounting(server);
        }
        assertThat(installation.rows("select count(*) from suggestions.suggestion"))
                .containsExactly("2");
    }

    @Test
    @Order(5)
    void a_folder_removed_removes_the_module_and_leaves_its_data() {
        installation.remove(OutsideModule.ID);
        try (var server = installation.start(ON)) {
            var anyone = server.anonymous();

            assertGone(anyone);
            assertNotCounting(server);
            assertThat(ok(server.as("reviewer").get(PLATFORM + "/reviews")).text())
                    .doesNotContain(WAITING);
            assertThat(server.as("suggester").get(PLATFORM + "/me").status()).isEqualTo(200);
        }
        assertThat(installation.rows("select count(*) from suggestions.suggestion"))
                .containsExactly("2");
    }

    @Test
    @Order(6)
    void a_folder_put_back_goes_on_where_it_was() {
        installation.put(OutsideModule.ID, module.next());
        try (var server = installation.start(ON)) {
            assertThat(texts(server.as("suggester"))).containsExactly(WAITING, PUBLISHED);
            assertCounting();

            approve(server.as("clerk"));
            assertThat(ok(server.anonymous().get(PLATFORM + "/public/suggestions"))
                            .text())
                    .contains(PUBLISHED, WAITING);
        }
    }

    @Test
    @Order(7)
    @Tag("CO-56")
    void what_all_this_left_in_the_trail_is_verified_without_the_server() throws Exception {
        var export = installation.file("audit.jsonl");
        var keys = installation.file("jwks.json");
        try (var server = installation.start(ON)) {
            var auditor = server.as("auditor");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(trail(auditor)).contains("\"action\":\"suggestions.suggestion.create\""));
            Files.writeString(export, trail(auditor));
            Files.writeString(
                    keys, ok(server.anonymous().get("/.well-known/jwks.json")).text());
        }
        var whole = installation.auditVerify(export, keys);
        assertThat(whole.code()).as(whole.toString()).isZero();
        assertThat(whole.output()).contains("Nothing is wrong.");

        Files.writeString(
                export,
                Files.readString(export)
                        .replaceFirst("suggestions\\.suggestion\\.create", "suggestions.suggestion.delete"));
        var altered = installation.auditVerify(export, keys);
        assertThat(altered.code()).as(altered.toString()).isEqualTo(1);
        assertThat(altered.output()).contains("WRONG: altered");

        assertThat(installation
                        .auditVerify(keys.resolveSibling("absent.jsonl"), keys)
                        .code())
                .isEqualTo(2);
    }

    /** What is sealed of these days, by the database's calendar. */
    private static String trail(Api auditor) {
        return ok(auditor.get(PLATFORM + "/audit/export?from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(2)))
                .text();
    }

    private static void assertGone(Api anyone) {
        assertThat(anyone.get(OWN).status()).isEqualTo(404);
        assertThat(anyone.get("/api/suggestions/v1").status()).isEqualTo(404);
        assertThat(anyone.get(PLATFORM + "/forms/suggestions/suggestion/1").status())
                .isEqualTo(404);
        assertThat(anyone.get("/openapi/suggestions.json").status()).isEqualTo(404);
        assertThat(ok(anyone.get("/openapi.json")).text()).doesNotContain("/api/suggestions/");
        assertThat(anyone.get(PLATFORM + "/public/suggestions").status()).isEqualTo(404);
        assertThat(anyone.get("/search?collection=suggestions").status()).isEqualTo(404);
        assertThat(ok(anyone.get("/")).text()).doesNotContain("意见征集");
    }

    private static long runs() {
        return Long.parseLong(
                installation.rows("select count(*) from suggestions.count_run").getFirst());
    }

    private static void assertCounting() {
        var before = runs();
        await().atMost(Duration.ofSeconds(30)).until(() -> runs() > before);
    }

    /** The scheduler has had turns for others since: the module's task had none. */
    private static void assertNotCounting(ServerProcess server) {
        var runs = runs();
        var executions = "select coalesce(max(last_success)::text, '') from core.scheduled_task";
        var before = installation.rows(executions);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !installation.rows(executions).equals(before));
        assertThat(server.anonymous().get("/health/readiness").status()).isEqualTo(200);
        assertThat(runs()).isEqualTo(runs);
    }

    private static String version(Api anyone) {
        return ok(anyone.get("/api/suggestions/v1")).json().path("version").asText();
    }

    private static String state(Api anyone) {
        return StreamSupport.stream(
                        ok(anyone.get(PLATFORM + "/modules"))
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("id").asText().equals(OutsideModule.ID))
                .map(item -> item.path("state").asText())
                .findFirst()
                .orElse("absent");
    }

    private static void suggest(Api suggester, String text) {
        var made = suggester.json("POST", OWN, "{\"text\": \"%s\"}".formatted(text));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static List<String> texts(Api suggester) {
        return StreamSupport.stream(ok(suggester.get(OWN)).json().path("items").spliterator(), false)
                .map(item -> item.path("text").asText())
                .toList();
    }

    /** Claims and approves the only open case. */
    private static void approve(Api clerk) {
        var open = ok(clerk.get(PLATFORM + "/reviews?state=open")).json().path("items");
        assertThat(open).hasSize(1);
        var path = PLATFORM + "/reviews/" + open.path(0).path("id").asText();
        ok(clerk.post(path + "/claim"));
        ok(clerk.json("POST", path + "/decision", "{\"decision\": \"approve\"}"));
    }

    /** The answer, where it is one of success. */
    private static Answer ok(Answer answer) {
        assertThat(answer.status() / 100).as(answer.toString()).isEqualTo(2);
        return answer;
    }
}
