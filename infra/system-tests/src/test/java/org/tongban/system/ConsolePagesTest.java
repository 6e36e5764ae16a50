package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.DemoPasswords;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The console in a real browser, with what the modules of the distribution bring: nothing of it was written for them. */
@TongbanTest
@Tag("CO-47b")
class ConsolePagesTest {
    private static final String SECTIONS = "/console/sections/product-filing.";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void every_page_is_accessible_fits_and_listens_to_the_keys(Tongban tongban) throws Exception {
        var node = OutsideTool.node();
        var browser = OutsideTool.browser();
        var filings = new Filings(
                        tongban.as("unit-b"),
                        tongban.as("admin"),
                        tongban.as("reviewer"),
                        "201720444997.9",
                        "201820107133.2")
                .withRegistry();
        filings.submitted("轨道板检测车");
        var claimed = filings.reviewOf(filings.submitted("农田巡检无人机系统"));
        var path = Filings.PLATFORM + "/reviews/" + claimed;
        Filings.ok(filings.reviewer().post(path + "/claim"));
        Filings.ok(filings.reviewer().post(path + "/notes", Api.json("{'text': '已电话核实。'}")));

        var officer = told(
                tongban,
                node,
                browser,
                "reviewer",
                Map.of(
                        "queue", "/console/reviews",
                        "queue-en", "/console/reviews?lang=en&sort=newest",
                        "queue-empty", "/console/reviews?state=withdrawn&number=CP2026-0000012-0",
                        "case", "/console/reviews/" + claimed,
                        "case-en", "/console/reviews/" + claimed + "?lang=en",
                        "password", "/console/password",
                        "missing", "/console/reviews/019a0000-0000-7000-8000-000000000001"));
        assertSound(officer);
        assertThat(StreamSupport.stream(officer.path("told").spliterator(), false)
                        .filter(page -> page.path("page").asText().equals("case")))
                .isNotEmpty()
                .allSatisfy(page -> {
                    assertThat(page.path("headings").toString()).containsSubsequence("产品信息", "专利信息", "证明材料");
                    assertThat(page.path("ids")).as("ids that nobody can read").isEmpty();
                });
        assertThat(officer.at("/keys/row").asText()).isEqualTo("console-link");
        assertThat(officer.at("/keys/help").asBoolean(false)).isTrue();
        assertThat(officer.at("/keys/filter").asText()).isEqualTo("number");

        var job = Filings.value(Filings.ok(tongban.as("admin").get(Filings.PLATFORM + "/jobs?limit=1")), "id");
        var operator = told(
                tongban,
                node,
                browser,
                "admin",
                Map.of(
                        "jobs",
                        "/console/jobs",
                        "job",
                        "/console/jobs/" + job,
                        "messages",
                        "/console/messages",
                        "events",
                        "/console/events",
                        "tasks",
                        "/console/tasks",
                        "task",
                        "/console/tasks/platform.delete-unattached-files",
                        "notices",
                        "/console/sections/platform.notices",
                        "notice-write",
                        "/console/sections/platform.notices/-/writeNotice",
                        "downloads",
                        "/console/sections/platform.downloads"));
        assertSound(operator);

        var manager = told(
                tongban,
                node,
                browser,
                "filing-manager",
                Map.of(
                        "rounds", SECTIONS + "rounds",
                        "round", SECTIONS + "rounds/2027",
                        "round-en", SECTIONS + "rounds/2027?lang=en",
                        "round-dates", SECTIONS + "rounds/2027/editRound",
                        "round-scorecard", SECTIONS + "rounds/2027/enterScorecard",
                        "round-run", SECTIONS + "rounds/2027/startRun",
                        "round-stage-en", SECTIONS + "rounds/2027/openStage?lang=en"));
        assertSound(manager);
    }

    private static JsonNode told(Tongban tongban, String node, String browser, String login, Map<String, String> paths)
            throws Exception {
        var inOrder = new LinkedHashMap<String, String>();
        paths.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
        var first = Map.of("admin", "jobs", "filing-manager", "rounds").getOrDefault(login, "queue");
        var ordered = new LinkedHashMap<String, String>();
        ordered.put(first, inOrder.remove(first));
        ordered.putAll(inOrder);
        var printed = OutsideTool.run(
                Map.of(
                        "URL",
                        tongban.address().toString(),
                        "LOGIN",
                        login,
                        "PASSWORD",
                        tongban.context().getBean(DemoPasswords.class).of(login),
                        "BROWSER",
                        browser,
                        "OUT",
                        OutsideTool.NPM.resolve("target/console").toString(),
                        "PATHS",
                        MAPPER.writeValueAsString(ordered)),
                List.of(node, "--experimental-websocket", "console.mjs"));
        return MAPPER.readTree(printed);
    }

    private static void assertSound(JsonNode told) {
        assertThat(told.path("told")).hasSizeGreaterThan(6);
        assertThat(StreamSupport.stream(told.path("told").spliterator(), false)
                        .filter(page -> !page.path("violations").isEmpty()
                                || page.path("wide").asInt(1) > 0))
                .as("pages with a violation, or wider than the screen")
                .isEmpty();
        assertThat(StreamSupport.stream(told.path("complaints").spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(text -> !text.contains("404")))
                .as("what the browser complained about, the page that is not there apart")
                .isEmpty();
    }
}
