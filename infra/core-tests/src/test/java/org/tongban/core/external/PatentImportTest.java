package org.tongban.core.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
@Tag("CO-75")
class PatentImportTest {
    private static final String IMPORTS = "/api/platform/v1/registries/patents/imports";
    private static final String HEADER = "patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n";
    private static final PatentNumber NUMBER = new PatentNumber("201510958772.0");

    private final Tongban tongban;

    PatentImportTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @Test
    void stores_good_rows_and_lists_bad_ones_with_line_and_reason() {
        var job = imported(
                HEADER
                        + row("ZL2015 1 0958772.0", "测试甲公司（北京）;测试乙公司", "granted", "2020-01-01")
                        + row("201510958772.1", "测试甲公司", "granted", "2020-01-01"),
                StandardCharsets.UTF_8);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("total").asLong()).isEqualTo(2);
        assertThat(job.path("done").asLong()).isEqualTo(2);
        assertThat(job.path("rejected").asLong()).isEqualTo(1);
        assertThat(job.path("rejections").path(0).path("line").asLong()).isEqualTo(3);
        assertThat(job.path("rejections").path(0).path("code").asText()).isEqualTo("check-digit");
        assertThat(heldBy("测试甲公司(北京)")).extracting(Entry::number).contains(NUMBER);
    }

    @Test
    void replaces_an_entry_by_a_later_status_only() {
        imported(HEADER + row("201821844933.9", "测试丙公司", "granted", "2021-01-01"), StandardCharsets.UTF_8);
        imported(HEADER + row("201821844933.9", "测试丙公司", "expired", "2022-01-01"), StandardCharsets.UTF_8);
        imported(HEADER + row("201821844933.9", "测试丙公司", "granted", "2021-06-01"), StandardCharsets.UTF_8);
        assertThat(heldBy("测试丙公司")).extracting(Entry::legalStatus).containsExactly(LegalStatus.EXPIRED);
    }

    @Test
    void reads_a_file_in_gb18030() {
        imported(HEADER + row("202322865413.3", "测试镕喆公司", "granted", "2024-01-01"), Charset.forName("GB18030"));
        assertThat(heldBy("测试镕喆公司")).hasSize(1);
    }

    @Test
    void fails_with_the_names_of_the_columns_that_the_header_lacks() {
        var job = imported("patentNumber,title\n", StandardCharsets.UTF_8);
        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.path("failure").asText()).contains("kind", "statusOn");
    }

    @Test
    @Tag("CO-35")
    void answers_a_refused_file_that_is_still_being_sent() {
        var pictures = new byte[32 * 1024 * 1024];
        System.arraycopy("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), 0, pictures, 0, 8);
        var refused = tongban.as("admin").bytes("POST", IMPORTS, pictures, "text/csv");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("file-type-not-allowed");
    }

    @Test
    @Tag("CO-12")
    void a_repeat_with_the_same_key_starts_no_second_import() {
        var admin = tongban.as("admin").with("Idempotency-Key", Ids.next().toString());
        var file = HEADER + row("201821844933.9", "测试丁公司", "granted", "2021-01-01");
        var first = post(admin, file, StandardCharsets.UTF_8);
        var again = post(admin, file, StandardCharsets.UTF_8);
        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = post(admin, file + row("201821844933.9", "测试丁公司", "lapsed", "2022-01-01"), StandardCharsets.UTF_8);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void shows_a_job_to_nobody_but_who_started_it_and_operators() {
        var location = post(tongban.as("admin"), HEADER, StandardCharsets.UTF_8).header("Location");
        assertThat(someoneElse().get(location).status()).isEqualTo(404);
        assertThat(tongban.anonymous().get(location).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-28")
    void is_for_those_who_may_import() {
        assertThat(post(someoneElse(), HEADER, StandardCharsets.UTF_8).status()).isEqualTo(403);
    }

    /** Signed in as staff, with no permission at all. */
    private Api someoneElse() {
        var caller = new Caller(Ids.next(), Ids.next(), "staff", Set.of(), null, null, null);
        return tongban.withToken(
                tongban.context().getBean(AccessTokens.class).issue(caller, 0).value());
    }

    private JsonNode imported(String csv, Charset charset) {
        var admin = tongban.as("admin");
        var accepted = post(admin, csv, charset);
        assertThat(accepted.status()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> admin.get(accepted.header("Location")).json(),
                        job -> List.of("done", "failed")
                                .contains(job.path("state").asText()));
    }

    private static Answer post(Api api, String csv, Charset charset) {
        return api.bytes("POST", IMPORTS, csv.getBytes(charset), "text/csv");
    }

    private List<Entry> heldBy(String name) {
        var registry = tongban.context().getBean(PatentRegistry.class);
        return tongban.context().getBean(Transactions.class).read(() -> registry.heldBy(List.of(name), null, 100));
    }

    private static String row(String number, String holders, String status, String statusOn) {
        var digits = number.replace("ZL", "").replace(" ", "");
        var kind = digits.charAt(4) == '1' ? "invention" : "utility-model";
        return "%s,%s,一种测试装置,%s,2018-11-09,,%s,%s\n".formatted(number, kind, holders, status, statusOn);
    }
}
