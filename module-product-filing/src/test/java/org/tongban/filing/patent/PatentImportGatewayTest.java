package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.PatentSteps.IMPORTS;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.filing.PatentSteps;
import org.tongban.filing.UnitSteps;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;

/** The import of a unit's patents from a gateway that goes away between two pages (PF-20). */
@Tag("PF-20")
@Tag("CO-75")
class PatentImportGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HELD = 2300;
    /** What a step of the import writes. */
    private static final int STEP = 2000;

    private static final Pattern BEHIND = Pattern.compile("[?&]after=([^&]+)");
    private static final Pattern LIMIT = Pattern.compile("[?&]limit=([0-9]+)");

    private static EmbeddedProcess servers;
    private static LoopbackGateway gateway;
    private static Tongban tongban;

    /** Servers of its own: on those of the other tests, a platform with another registry would take the job. */
    @BeforeAll
    static void start(@TempDir Path data) {
        servers = EmbeddedProcess.start(data);
        gateway = new LoopbackGateway();
        tongban = Tongban.start(
                servers,
                data,
                Map.of(
                        "platform.tasks.daily-check",
                        "1h",
                        "platform.tasks.retry",
                        "200ms",
                        "platform.registries.patents.url",
                        gateway.url()));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        gateway.close();
        servers.close();
    }

    private static void answer(HttpExchange exchange, List<String> numbers) throws IOException {
        var asked = exchange.getRequestURI().toString();
        if (asked.startsWith("/patents/count")) {
            LoopbackGateway.answer(exchange, 200, "{\"count\": %d}".formatted(numbers.size()));
            return;
        }
        var behind = BEHIND.matcher(asked);
        var after = behind.find() ? behind.group(1) : "";
        var limit = LIMIT.matcher(asked);
        var items = numbers.stream()
                .filter(number -> number.compareTo(after) > 0)
                .limit(limit.find() ? Integer.parseInt(limit.group(1)) : HELD)
                .map(number -> """
                    {"number": "%s", "kind": "utility-model", "title": "分页装置", "holders": ["某公司"],
                     "filedOn": "2020-03-02", "grantedOn": "2021-01-05", "legalStatus": "granted",
                     "statusOn": "2021-01-05"}\
                    """.formatted(number))
                .collect(Collectors.joining(","));
        LoopbackGateway.answer(exchange, 200, "{\"items\": [%s]}".formatted(items));
    }

    private static int held(Api unit) {
        return unit.get(PATENTS + "?count=true").json().path("total").asInt();
    }

    private static JsonNode started(Api unit) {
        var started = unit.post(IMPORTS);
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return started.json();
    }

    private static long asked(String part) {
        return gateway.asked().stream().filter(line -> line.contains(part)).count();
    }

    @Test
    @Tag("RL-3")
    void it_goes_on_behind_the_last_page_and_nothing_is_there_twice() {
        var steps = new PatentSteps(tongban);
        var unit = steps.holder().api();
        var numbers = IntStream.range(0, HELD).mapToObj(i -> number()).sorted().toList();
        var behindFirst = "after=" + numbers.get(STEP - 1);
        var away = new AtomicBoolean(true);
        gateway.behave(exchange -> {
            if (away.get() && exchange.getRequestURI().toString().contains(behindFirst)) {
                LoopbackGateway.answer(exchange, 503, "{\"code\": \"away\"}");
            } else {
                answer(exchange, numbers);
            }
        });

        var id = started(unit).path("id").asText();
        await().atMost(PATIENCE).until(() -> asked(behindFirst) > 1);

        var job = unit.get(UnitSteps.PLATFORM + "/jobs/" + id).json();
        assertThat(job.path("state").asText()).isEqualTo("running");
        assertThat(job.path("done").asInt()).isEqualTo(STEP);
        assertThat(held(unit)).isEqualTo(STEP);

        away.set(false);
        steps.done(unit, id);

        var done = unit.get(UnitSteps.PLATFORM + "/jobs/" + id).json();
        assertThat(done.path("done").asInt()).isEqualTo(HELD);
        assertThat(done.path("total").asInt()).isEqualTo(HELD);
        assertThat(held(unit)).isEqualTo(HELD);
        // What was written before the gateway went was not asked for again.
        assertThat(asked("after=" + numbers.get(199))).isEqualTo(1);
        // Begun anew, it finds what is there.
        steps.imported(unit);
        assertThat(asked("after=" + numbers.get(199))).isEqualTo(2);
        assertThat(held(unit)).isEqualTo(HELD);
    }
}
