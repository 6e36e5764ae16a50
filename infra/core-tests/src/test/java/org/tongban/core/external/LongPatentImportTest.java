package org.tongban.core.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An import of more rows than one step takes goes on from its cursor, and may come again (CO-75). */
@TongbanTest
@Tag("CO-75")
class LongPatentImportTest {
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

    private static JsonNode imported(Tongban tongban, String text) {
        var admin = tongban.as("admin");
        var started = admin.bytes("POST", IMPORTS, text.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var job = started.header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> admin.get(job).json().has("finishedAt"));
        return admin.get(job).json();
    }

    private static List<String> held(Tongban tongban, String holder) {
        var registry = tongban.context().getBean(PatentRegistry.class);
        return tongban.context()
                .getBean(Transactions.class)
                .read(() -> registry.heldBy(List.of(holder), null, 200).stream()
                        .map(entry -> entry.number().value())
                        .toList());
    }

    @Test
    void a_long_file_is_taken_in_several_steps_and_each_row_once(Tongban tongban) {
        var rows = IntStream.range(0, 12_200)
                .mapToObj(i -> row(2_000_000 + i, i < 50 || i >= 12_150 ? "戊五有限公司" : "己六有限公司"))
                .collect(Collectors.joining());
        var job = imported(tongban, HEADER + rows);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(12_200);
        assertThat(job.path("rejected").asInt()).isZero();
        assertThat(job.path("version").asInt()).as("steps").isGreaterThan(1);
        assertThat(held(tongban, "戊五有限公司")).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void a_comma_in_a_columns_name_is_part_of_it_in_every_step(Tongban tongban) {
        var header = HEADER.strip() + ",\"remarks, if any\"\n";
        var rows = IntStream.range(0, 12_100)
                .mapToObj(i -> row(3_000_000 + i, "辛八有限公司").strip() + ",none\n")
                .collect(Collectors.joining());
        var job = imported(tongban, header + rows);
        assertThat(job.path("version").asInt()).as("steps").isGreaterThan(1);
        assertThat(job.path("done").asInt()).isEqualTo(12_100);
        assertThat(job.path("rejected").asInt()).isZero();
    }

    @Test
    void a_file_that_comes_again_changes_nothing(Tongban tongban) {
        var file = HEADER + row(1_000_009, "庚七有限公司");
        imported(tongban, file);
        imported(tongban, file);
        assertThat(held(tongban, "庚七有限公司")).hasSize(1);
    }
}
