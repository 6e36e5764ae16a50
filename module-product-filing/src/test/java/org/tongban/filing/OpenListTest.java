package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.RecognitionSteps.Recognised;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The open list of recognised and revoked products (PF-73). */
@TongbanTest
@Tag("PF-73")
class OpenListTest {
    private static final String JSON = OWN + "/public/recognitions";
    private static final String CSV = OWN + "/public/recognitions.csv";

    private final Tongban tongban;
    private final RecognitionSteps steps;

    OpenListTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new RecognitionSteps(tongban);
    }

    private Answer asked(String path) {
        var answer = tongban.anonymous().get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private JsonNode listed(String product) {
        for (var item : asked(JSON + "?limit=1000").json().path("items")) {
            if (item.path("product").asText().equals(product)) {
                return item;
            }
        }
        throw new AssertionError("not listed: " + product);
    }

    private boolean isListed(String product) {
        return asked(JSON + "?limit=1000").text().contains(product);
    }

    @Test
    @Tag("PF-70")
    void it_has_what_is_recognised_and_what_was_revoked_with_public_fields_alone() {
        steps.inPublicity(steps.filed("清单云台甲型"), 2026, LocalDate.of(2026, 11, 19));
        Recognised recognised = steps.recognised("清单云台乙型");

        assertThat(isListed("清单云台甲型")).isFalse();
        var item = listed("清单云台乙型");
        assertThat(item.path("state").asText()).isEqualTo("recognised");
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "certificateNumber",
                        "state",
                        "recognisedOn",
                        "validUntil",
                        "product",
                        "model",
                        "categoryCode",
                        "industryCode",
                        "filingNumber",
                        "unit",
                        "creditCode",
                        "division",
                        "patents");
        assertThat(item.path("patents").findValuesAsText("patentNumber")).containsExactly("202121635235.X");
        assertThat(asked(JSON).text()).doesNotContain("202121741650.3", "31.5");
        steps.uphold(recognised, UUID.randomUUID());
        assertThat(listed("清单云台乙型").path("state").asText()).isEqualTo("revoked");
        assertThat(listed("清单云台乙型").path("revokedOn").asText()).isEqualTo("2026-11-20");
    }

    @Test
    @Tag("CO-12")
    void its_version_and_tag_change_with_every_change_and_with_nothing_else() {
        var recognised = steps.recognised("清单云台丙型");
        var before = asked(JSON);
        var file = asked(CSV);
        assertThat(before.json().path("format").asInt()).isEqualTo(1);
        assertThat(tongban.anonymous()
                        .with("If-None-Match", before.etag())
                        .get(JSON)
                        .status())
                .isEqualTo(304);
        assertThat(tongban.anonymous()
                        .with("If-None-Match", file.etag())
                        .get(CSV)
                        .status())
                .isEqualTo(304);
        steps.filed("清单云台丁型");
        assertThat(asked(JSON).etag()).isEqualTo(before.etag());

        steps.uphold(recognised, UUID.randomUUID());

        assertThat(asked(JSON).json().path("version").asLong())
                .isGreaterThan(before.json().path("version").asLong());
        assertThat(tongban.anonymous()
                        .with("If-None-Match", before.etag())
                        .get(JSON)
                        .status())
                .isEqualTo(200);
        assertThat(asked(CSV).etag()).isNotEqualTo(file.etag());
    }

    @Test
    void the_file_has_the_same_and_runs_nothing_in_a_spreadsheet() {
        steps.recognised("=1+1 清单云台戊型");
        var file = asked(CSV);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.text())
                .startsWith("\uFEFFcertificateNumber,state,recognisedOn")
                .contains("\"'=1+1 清单云台戊型\"", "\"202121635235.X\"\r\n");
        assertThat(file.text().lines().count())
                .isEqualTo(1 + asked(JSON + "?limit=1000").json().path("items").size());
    }

    @Test
    @Tag("CO-11")
    void it_is_read_page_by_page_the_newest_first() {
        steps.recognised("清单云台己型");
        steps.recognised("清单云台庚型");
        var first = asked(JSON + "?limit=1").json();
        var second = asked(JSON + "?limit=1&cursor=" + first.path("nextCursor").asText())
                .json();
        var names = new ArrayList<String>(first.path("items").findValuesAsText("product"));
        names.addAll(second.path("items").findValuesAsText("product"));
        assertThat(names).containsExactly("清单云台庚型", "清单云台己型");
        assertThat(tongban.anonymous().get(JSON + "?limit=1001").status()).isEqualTo(400);
        assertThat(tongban.anonymous().get(JSON + "?cursor=x").code()).isEqualTo("bad-cursor");
    }
}
