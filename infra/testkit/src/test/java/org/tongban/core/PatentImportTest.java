package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** The registry of patents comes by CSV from an administrator (CO-75). */
@TongbanTest
@Tag("CO-75")
class PatentImportTest {
    private static final String IMPORTS = "/api/platform/v1/registries/patents/imports";
    private static final String HEADER = "patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n";

    /** A utility model of 2021 with the serial number given, its check digit worked out. */
    private static String number(int serial) {
        var digits = "20212%07d".formatted(serial);
        var weights = "234567892345";
        var sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * (weights.charAt(i) - '0'))
                .sum();
        return digits + "." + (sum % 11 == 10 ? "X" : Integer.toString(sum % 11));
    }

    private static String row(int serial, String holder) {
        return "%s,utility-model,线路巡检装置,%s,2021-07-12,2022-01-04,granted,2022-01-04\n"
                .formatted(number(serial), holder);
    }

    private static Answer sent(Tongban tongban, byte[] file) {
        return tongban.as("admin").bytes("POST", IMPORTS, file, "text/csv");
    }

    private static JsonNode imported(Tongban tongban, byte[] file) {
        var started = sent(tongban, file);
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var job = started.header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> tongban.as("admin").get(job).json().has("finishedAt"));
        return tongban.as("admin").get(job).json();
    }

    private static JsonNode imported(Tongban tongban, String text) {
        return imported(tongban, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> held(Tongban tongban, String holder) {
        var registry = tongban.context().getBean(PatentRegistry.class);
        return tongban.context()
                .getBean(Transactions.class)
                .read(() -> registry.heldBy(List.of(holder), null, 100).stream()
                        .map(entry -> entry.number().value() + " " + entry.title())
                        .toList());
    }

    @Test
    void good_rows_are_found_by_their_holder(Tongban tongban) {
        var job = imported(tongban, HEADER + row(1000001, "甲一有限公司") + row(1000002, "甲一有限公司"));
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(2);
        assertThat(job.path("total").asInt()).isEqualTo(2);
        assertThat(held(tongban, "甲一有限公司")).hasSize(2).allMatch(found -> found.endsWith("线路巡检装置"));
    }

    @Test
    void bad_rows_are_left_out_with_line_and_reason(Tongban tongban) {
        var wrongDigit = row(1000003, "乙二有限公司").replace(number(1000003), "202121000003.@");
        var job = imported(
                tongban,
                HEADER
                        + row(1000004, "乙二有限公司")
                        + wrongDigit
                        + row(1000005, "乙二有限公司").replace("utility-model", "design")
                        + "too,few\n"
                        + row(1000006, "乙二有限公司"));
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(5);
        assertThat(job.path("rejected").asInt()).isEqualTo(3);
        var rejections = StreamSupport.stream(job.path("rejections").spliterator(), false)
                .toList();
        assertThat(rejections)
                .extracting(rejection -> rejection.path("line").asInt())
                .containsExactly(3, 4, 5);
        assertThat(rejections)
                .extracting(rejection -> rejection.path("code").asText())
                .contains("kind-mismatch", "field-count");
        assertThat(rejections).allSatisfy(rejection -> {
            assertThat(rejection.path("message").asText()).isNotBlank();
            assertThat(rejection.path("content").asText()).isNotBlank();
        });
        assertThat(held(tongban, "乙二有限公司")).hasSize(2);
    }

    @Test
    void a_file_in_gb18030_is_read_as_such(Tongban tongban) {
        var job = imported(tongban, (HEADER + row(1000007, "丙三有限公司")).getBytes(Charset.forName("GB18030")));
        assertThat(job.path("rejected").asInt()).as(job.toString()).isZero();
        assertThat(held(tongban, "丙三有限公司")).singleElement().asString().endsWith("线路巡检装置");
    }

    @Test
    void a_file_without_a_needed_column_fails_and_says_which(Tongban tongban) {
        var job = imported(tongban, HEADER.replace(",holders", "") + row(1000008, "丁四有限公司"));
        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.path("failure").asText()).contains("holders");
        assertThat(held(tongban, "丁四有限公司")).isEmpty();
    }

    @Test
    void a_long_file_is_taken_in_several_steps_and_each_row_once(Tongban tongban) {
        var rows = IntStream.range(0, 5_200)
                .mapToObj(i -> row(2_000_000 + i, i < 50 || i >= 5_150 ? "戊五有限公司" : "己六有限公司"))
                .collect(Collectors.joining());
        var job = imported(tongban, HEADER + rows);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(5_200);
        assertThat(job.path("version").asInt()).isGreaterThan(1);
        assertThat(held(tongban, "戊五有限公司")).hasSize(100);
    }

    @Test
    void a_file_that_comes_again_changes_nothing(Tongban tongban) {
        var file = HEADER + row(1000009, "庚七有限公司");
        imported(tongban, file);
        imported(tongban, file);
        assertThat(held(tongban, "庚七有限公司")).hasSize(1);
    }

    @Test
    @Tag("CO-28")
    void only_who_may_import_imports(Tongban tongban) {
        var file = HEADER.getBytes(StandardCharsets.UTF_8);
        assertThat(tongban.as("reviewer")
                        .bytes("POST", IMPORTS, file, "text/csv")
                        .status())
                .isEqualTo(403);
        assertThat(People.writer(tongban)
                        .api()
                        .bytes("POST", IMPORTS, file, "text/csv")
                        .status())
                .isEqualTo(403);
        assertThat(tongban.anonymous().bytes("POST", IMPORTS, file, "text/csv").status())
                .isEqualTo(401);
    }
}
