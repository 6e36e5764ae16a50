package org.tongban.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.JsonMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.module.Language;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** Newer editions of reference sets, imported whole or not at all (CO-70). */
@TongbanTest
@Tag("CO-70")
class ReferenceImportTest {
    private static final String SETS = "/api/platform/v1/reference/";
    private static final String FLAT = "social-organisation";
    private static final String HEADER = "code,name,parent\n";

    private final Tongban tongban;
    private final Api admin;
    private final ReferenceSets sets;
    private String flat = "";
    private String industries = "";

    ReferenceImportTest(Tongban tongban) {
        this.tongban = tongban;
        admin = tongban.as("admin");
        sets = tongban.context().getBean(ReferenceSets.class);
    }

    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    private String file(String set) {
        var items = tongban.anonymous().get(SETS + set).json().path("items");
        var file = new StringBuilder("code,name,parent,nameEn\n");
        items.forEach(item -> file.append("%s,%s,%s,\"%s\"\n"
                .formatted(
                        item.path("code").asText(),
                        item.path("title").asText(),
                        item.path("parent").asText(""),
                        item.path("titleEn").asText())));
        return file.toString();
    }

    private Answer imported(String set, String file) {
        return imported(admin, set, file.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer imported(Api api, String set, byte[] file) {
        return api.bytes("POST", SETS + set + "/imports", file, "text/csv");
    }

    private List<String> codes(String set) {
        return StreamSupport.stream(
                        tongban.anonymous().get(SETS + set).json().path("items").spliterator(), false)
                .map(item -> item.path("code").asText())
                .toList();
    }

    @BeforeEach
    void keep() {
        flat = file(FLAT);
        industries = file("gbt4754");
    }

    @AfterEach
    void put_back() {
        assertThat(imported(FLAT, flat).status()).isEqualTo(200);
        assertThat(imported("gbt4754", industries).status()).isEqualTo(200);
    }

    @Test
    void forms_accept_the_deeper_levels_once_they_are_loaded() {
        assertThat(sets.holds("gbt4754", null, "0111")).isFalse();
        var before = tongban.anonymous().get(SETS + "gbt4754").etag();

        var answer = imported("gbt4754", industries + "011,谷物种植,01,\n0111,稻谷种植,011,\n");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("added").asInt()
                        + answer.json().path("changed").asInt())
                .isEqualTo(2);
        assertThat(answer.json().path("ended").asInt()).isZero();
        assertThat(sets.holds("gbt4754", 4, "0111")).isTrue();
        assertThat(sets.holds("gbt4754", null, "01")).isTrue();
        assertThat(sets.name("gbt4754", "0111", Language.ZH)).isEqualTo("稻谷种植");
        assertThat(sets.name("gbt4754", "01", Language.EN)).isEqualTo("Agriculture");
        assertThat(tongban.anonymous().get(SETS + "gbt4754").etag()).isNotEqualTo(before);
        assertThat(tongban.anonymous()
                        .get(SETS + "gbt4754?view=tree&parent=A")
                        .json()
                        .at("/items/0/children/0/children/0/code")
                        .asText())
                .isEqualTo("0111");
    }

    @Test
    void a_code_that_a_newer_file_leaves_out_ends_and_keeps_its_name() {
        var shorter =
                flat.lines().filter(line -> !line.startsWith("foundation,")).toList();

        var answer = imported(FLAT, String.join("\n", shorter));

        assertThat(answer.json().path("ended").asInt()).isEqualTo(1);
        assertThat(codes(FLAT)).doesNotContain("foundation").contains("association");
        assertThat(sets.holds(FLAT, null, "foundation")).isFalse();
        assertThat(sets.contains(FLAT, "foundation")).isTrue();
        assertThat(sets.name(FLAT, "foundation", Language.ZH)).isEqualTo("基金会");
        assertThat(imported(FLAT, flat).status()).isEqualTo(200);
        assertThat(sets.holds(FLAT, null, "foundation")).isTrue();
    }

    @Test
    void a_file_may_say_itself_when_a_code_ended() {
        var answer = imported(FLAT, "code,name,parent,ended\nassociation,社会团体,,\nfoundation,基金会,,2020-02-29\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(sets.find(FLAT, "foundation").orElseThrow().endedOn()).hasToString("2020-02-29");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        assertThat(imported(FLAT, HEADER + "association,社会团体,\n").status()).isEqualTo(200);
        var version = "select version from core.reference_edition where name = 'social-organisation'";
        var before = Rows.count(tongban, version);

        var again = imported(FLAT, HEADER + "association,社会团体,\n");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("changed").asInt()).isZero();
        assertThat(Rows.count(tongban, version)).isEqualTo(before);
    }

    @Test
    void takes_the_character_set_that_spreadsheets_write() {
        var file = "\uFEFF" + HEADER + "association,联合会,\n";
        assertThat(imported(FLAT, file).status()).isEqualTo(200);
        assertThat(sets.name(FLAT, "association", Language.ZH)).isEqualTo("联合会");
        var chinese = (HEADER + "association,社会团体,\r\n").getBytes(Charset.forName("GB18030"));
        assertThat(imported(admin, FLAT, chinese).status()).isEqualTo(200);
        assertThat(sets.name(FLAT, "association", Language.ZH)).isEqualTo("社会团体");
    }

    @Test
    void refuses_a_wrong_file_with_every_row_and_changes_nothing() {
        var before = codes("gbt4754");

        var refused = imported("gbt4754", HEADER + """
            A,农业,
            A,农业,
            1X,坏代码,A
            02,,A
            03,无上级,
            04,不存在的上级,B
            051,层级不对,A
            06,少一列
            """);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("reference-file-refused");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/rows/3/code duplicate",
                        "/rows/4/code code",
                        "/rows/5/name name",
                        "/rows/6/parent parent-missing",
                        "/rows/7/parent parent-unknown",
                        "/rows/8/parent parent-level",
                        "/rows/9 field-count");
        assertThat(codes("gbt4754")).isEqualTo(before);
    }

    @Test
    void a_code_cannot_stand_below_itself() {
        var refused = imported("gbt4754", HEADER + "A,甲,A\n01,乙,02\n02,丙,01\n");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/rows/2/parent parent-level", "/rows/3/parent parent-level", "/rows/4/parent parent-level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "code,name,parent",
                "name,parent\nx,\n",
                "code;name;parent\nassociation;x;\n",
                "code,name,parent\nassociation,\"x,\n",
                "code,name,parent\nassociation,x\u0000y,\n",
                "code,name,parent\nASSOCIATION,x,\n",
                "code,name,parent\nassociation,x,association\n",
                "code,name,parent,regulated\nassociation,x,,maybe\n",
                "code,name,parent,ended\nassociation,x,,2026-02-30\n",
                "<html></html>"
            })
    @Tag("RL-4")
    void refuses_what_is_no_such_file(String file) {
        var before = codes(FLAT);
        var refused = imported(FLAT, file);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.violations()).isNotEmpty();
        assertThat(codes(FLAT)).isEqualTo(before);
    }

    @Test
    @Tag("RL-4")
    void refuses_bytes_that_are_no_text_and_other_types_and_other_sets() {
        var bytes = new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xff};
        assertThat(imported(admin, FLAT, bytes).violations()).containsExactly(" encoding");
        assertThat(admin.post(SETS + FLAT + "/imports", Api.json("{}")).status())
                .isEqualTo(415);
        assertThat(imported("no-such-set", flat).status()).isEqualTo(404);
    }

    @Test
    @Tag("RL-4")
    void refuses_a_file_beyond_the_limit() {
        var file = (HEADER + "association," + "x".repeat(16 * 1_048_576) + ",\n").getBytes(StandardCharsets.UTF_8);
        assertThat(imported(admin, FLAT, file).status()).isEqualTo(413);
    }

    @Test
    void another_node_knows_an_edition_soon() {
        var other = new ReferenceEditions(
                bean(ReferenceRepository.class),
                bean(Transactions.class),
                bean(ChangeFeed.class),
                bean(DatabaseClock.class),
                bean(JsonMapper.class));
        other.start();
        imported(FLAT, flat + "guild,行会,,Guild\n");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(other.inForce().get(FLAT).find("guild")).isPresent());
    }

    @Test
    @Tag("CO-28")
    @Tag("CO-55")
    void only_administrators_import_and_leave_a_record() {
        var subject = UUID.nameUUIDFromBytes(FLAT.getBytes(StandardCharsets.UTF_8));
        var records = "select count(*) from core.audit_record where action = 'platform.reference.import'"
                + " and subject_id = ?";
        var before = Rows.count(tongban, records, subject);
        var file = flat.getBytes(StandardCharsets.UTF_8);
        assertThat(imported(tongban.anonymous(), FLAT, file).status()).isEqualTo(401);
        assertThat(imported(tongban.as("reviewer"), FLAT, file).status()).isEqualTo(403);
        assertThat(Rows.count(tongban, records, subject)).isEqualTo(before);
        assertThat(imported(admin, FLAT, file).status()).isEqualTo(200);
        assertThat(Rows.count(tongban, records, subject)).isEqualTo(before + 1);
    }
}
