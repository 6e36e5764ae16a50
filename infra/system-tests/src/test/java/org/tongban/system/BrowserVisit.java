package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tongban.testkit.Tongban;

/** What a real browser saw that went through pages of the portal as {@code visit.mjs} has it. */
final class BrowserVisit {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path PICTURES = OutsideTool.NPM.resolve("target/portal");

    private BrowserVisit() {}

    /** Skips the test where there is no browser, before anything is made ready for it. */
    static void requireTools() {
        OutsideTool.node();
        OutsideTool.browser();
    }

    /** Has the browser do what the plan says. */
    static JsonNode of(Tongban tongban, Map<String, Object> plan) throws Exception {
        var printed = OutsideTool.run(
                Map.of(
                        "URL", tongban.address().toString(),
                        "BROWSER", OutsideTool.browser(),
                        "OUT", PICTURES.toString(),
                        "PLAN", MAPPER.writeValueAsString(plan)),
                List.of(OutsideTool.node(), "--experimental-websocket", "visit.mjs"));
        return MAPPER.readTree(printed);
    }

    /** Every look was at a page with nothing wrong in it; there were more of them than so many. */
    static void assertSound(JsonNode told, int looks) {
        assertThat(told.path("told")).hasSizeGreaterThan(looks);
        assertThat(stream(told.path("told"))
                        .filter(page -> Stream.of("violations", "smallText", "smallTargets", "longLines")
                                        .anyMatch(what -> !page.path(what).isEmpty())
                                || page.path("wide").asInt(1) > 0
                                || page.path("zoomed").asInt(1) > 0)
                        .map(JsonNode::toString))
                .as("pages with a violation, too small, or wider than the screen")
                .isEmpty();
        assertThat(stream(told.path("shifts")).filter(page -> page.path("shift").asDouble(1) >= 0.05))
                .as("pages whose layout shifts")
                .isEmpty();
        assertThat(stream(told.path("complaints"))
                        .map(JsonNode::asText)
                        .filter(text ->
                                !text.matches("Failed to load resource: the server responded with a status of [45].*")))
                .as("what the browser complained about, what it was to be refused apart")
                .isEmpty();
        assertThat(told.path("foreign")).as("requests to others").isEmpty();
    }

    private static Stream<JsonNode> stream(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false);
    }
}
