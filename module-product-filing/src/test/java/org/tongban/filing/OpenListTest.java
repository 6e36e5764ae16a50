package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
                        "introduction",
                        "firstProductionYear",
                        "exportPlaces",
                        "dataYear",
                        "filedOn",
                        "pictures",
                        "patents");
        assertThat(item.path("introduction").asText()).contains("无人机");
        assertThat(item.path("dataYear").asInt()).isEqualTo(2025);
        assertThat(item.path("filedOn").asText()).isEqualTo("2026-11-20");
        assertThat(tongban.anonymous()
                        .get(item.path("pictures").path(0).asText())
                        .status())
                .isEqualTo(200);
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
                .contains("\"'=1+1 清单云台戊型\"", "\"202121635235.X\"", "\"\"legalStatus\"\"");
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

    @Test
    @Tag("CO-11")
    void what_it_does_not_know_or_is_mistyped_is_refused_in_both_forms() {
        var anyone = tongban.anonymous();
        for (var path : List.of(JSON, CSV)) {
            var refused = anyone.get(path + "?stat=revoked");
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("unknown-parameter");
            assertThat(refused.violations()).containsExactly("/stat unknown-parameter");
        }
        assertThat(anyone.get(CSV + "?limit=10").code()).isEqualTo("unknown-parameter");
        for (var limit : List.of("0", "-1", "1001", "ten", "1.5")) {
            assertThat(anyone.get(JSON + "?limit=" + limit).status()).as(limit).isEqualTo(400);
        }
        assertThat(anyone.get(JSON + "?limit=0").violations()).containsExactly("/limit minimum");
        assertThat(anyone.get(JSON + "?limit=1001").violations()).containsExactly("/limit maximum");
        assertThat(anyone.get(JSON + "?limit=5&limit=6").violations()).containsExactly("/limit repeated");
        assertThat(anyone.get(JSON + "?version=first").status()).isEqualTo(400);
    }

    @Test
    @Tag("CO-12")
    void whoever_pages_with_the_version_of_the_first_page_is_told_when_the_list_has_changed() {
        steps.recognised("清单云台辛型");
        steps.recognised("清单云台壬型");
        var first = asked(JSON + "?limit=1").json();
        var version = first.path("version").asText();
        var next = JSON + "?limit=1&cursor=" + first.path("nextCursor").asText();
        assertThat(asked(next + "&version=" + version).json().path("version")).isEqualTo(first.path("version"));

        steps.recognised("清单云台癸型");

        var refused = tongban.anonymous().get(next + "&version=" + version);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("list-changed");
        var now = asked(next).json();
        assertThat(now.path("version").asLong())
                .isGreaterThan(first.path("version").asLong());
        assertThat(refused.json().path("version")).isEqualTo(now.path("version"));
        assertThat(asked(next + "&version=" + now.path("version").asText()).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-12")
    void head_answers_as_get_does_without_the_list() {
        steps.recognised("清单云台子型");
        for (var path : List.of(JSON, CSV)) {
            var whole = asked(path);
            var head = tongban.anonymous().unchecked().empty("HEAD", path);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.etag()).isEqualTo(whole.etag());
            assertThat(head.body()).isEmpty();
        }
        assertThat(asked(CSV).header("Content-Disposition")).contains("recognitions.csv");
    }

    @Test
    @Tag("CO-12")
    void both_forms_are_kept_for_a_minute_and_say_nothing_untrue_of_their_age() {
        steps.recognised("清单云台寅型");
        for (var path : List.of(JSON, CSV)) {
            var whole = asked(path);
            assertThat(whole.header("Cache-Control")).isEqualTo("public, max-age=60");
            assertThat(whole.header("Vary")).contains("Accept-Encoding");
            assertThat(whole.header("Last-Modified")).isEmpty();
            assertThat(whole.header("Expires")).isEmpty();
            var packed = tongban.anonymous()
                    .unchecked()
                    .with("Accept-Encoding", "gzip")
                    .get(path);
            assertThat(packed.etag()).isEqualTo("W/" + whole.etag());
            for (var tag : List.of(whole.etag(), packed.etag())) {
                var known = tongban.anonymous().with("If-None-Match", tag).get(path);
                assertThat(known.status()).as(path + tag).isEqualTo(304);
                assertThat(known.etag()).isEqualTo(tag);
                assertThat(known.header("Vary")).contains("Accept-Encoding");
                assertThat(known.header("Cache-Control")).isEqualTo("public, max-age=60");
            }
        }
    }

    @Test
    @Tag("PF-70")
    void the_file_has_the_same_columns_as_the_list_has_fields() {
        steps.recognised("清单云台丑型");
        var columns = asked(CSV).text().lines().findFirst().orElseThrow().replace("\uFEFF", "");
        var fields = new ArrayList<String>();
        listed("清单云台丑型").fieldNames().forEachRemaining(fields::add);
        assertThat(List.of(columns.split(",")))
                .containsAll(fields.stream()
                        .filter(field -> !field.equals("patents"))
                        .toList())
                .contains("revokedOn", "underReexamination", "barcode", "trademark", "patentNumbers", "patents")
                .hasSize(fields.size() + 5);
        assertThat(listed("清单云台丑型").at("/patents/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("patentNumber", "title", "kind", "holders", "legalStatus");
    }
}
