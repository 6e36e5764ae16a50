package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.ProblemsTest.assertProblem;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** What a request brings is checked whole before anything is bound, and in one order everywhere (CO-10b). */
@TongbanTest
@Tag("CO-10b")
class RequestChecksTest {
    private static final String BAD = "{\"name\": 5, \"colour\": \"red\"}";

    private static Answer posted(Tongban tongban, String body) {
        return People.writer(tongban).api().json("POST", Notes.PATH, body);
    }

    @Test
    @Tag("CO-10")
    void malformed_json_is_refused_with_its_position(Tongban tongban) {
        var refused = posted(tongban, "{\n\"name\": \"a\",,\n}");
        assertProblem(refused, 400, "invalid-input", Notes.PATH);
        assertThat(refused.violations()).containsExactly(" malformed-json");
        assertThat(refused.json().at("/errors/0/message").asText()).contains("第 2 行");
    }

    @Test
    void an_empty_body_is_refused(Tongban tongban) {
        assertThat(posted(tongban, "").violations()).containsExactly(" malformed-json");
    }

    @Test
    void a_fraction_is_no_whole_number(Tongban tongban) {
        assertThat(posted(tongban, "{\"name\": \"a\", \"amount\": 1.7}").violations())
                .containsExactly("/amount type");
    }

    @Test
    void a_text_is_no_whole_number(Tongban tongban) {
        assertThat(posted(tongban, "{\"name\": \"a\", \"amount\": \"12\"}").violations())
                .containsExactly("/amount type");
    }

    @Test
    void a_number_beyond_the_field_is_refused(Tongban tongban) {
        assertThat(posted(tongban, "{\"name\": \"a\", \"amount\": 1001}").violations())
                .containsExactly("/amount maximum");
    }

    @Test
    void control_characters_are_refused(Tongban tongban) {
        assertThat(posted(tongban, "{\"name\": \"a\\u0000\", \"amount\": 1}").violations())
                .containsExactly("/name control-character");
    }

    @Test
    void a_property_that_comes_twice_is_refused(Tongban tongban) {
        assertThat(posted(tongban, "{\"name\": \"a\", \"amount\": 1, \"name\": \"b\"}")
                        .violations())
                .containsExactly("/name duplicate-property");
    }

    @Test
    @Tag("CO-14")
    void unknown_properties_are_refused_at_every_depth(Tongban tongban) {
        assertThat(posted(
                                tongban,
                                "{\"name\": \"a\", \"amount\": 1, \"colour\": 1, \"lines\": [{\"text\": \"x\", \"y\":"
                                        + " 1}]}")
                        .violations())
                .containsExactlyInAnyOrder("/colour unknown-property", "/lines/0/y unknown-property");
    }

    @Test
    void required_properties_are_demanded_all_of_them(Tongban tongban) {
        assertThat(posted(tongban, "{}").violations()).containsExactlyInAnyOrder("/name required", "/amount required");
        assertThat(posted(tongban, "{\"name\": null, \"amount\": null}").violations())
                .containsExactlyInAnyOrder("/name type", "/amount type");
    }

    @Test
    @Tag("CO-10")
    void everything_wrong_is_told_at_once(Tongban tongban) {
        assertThat(posted(
                                tongban,
                                "{\"name\": \"\", \"amount\": -1, \"remark\": 1, \"colour\": 1, \"lines\": [{\"text\":"
                                        + " 1}, {}]}")
                        .violations())
                .containsExactlyInAnyOrder(
                        "/name min-length",
                        "/amount minimum",
                        "/remark type",
                        "/colour unknown-property",
                        "/lines/0/text type",
                        "/lines/1/text required");
    }

    @Test
    void authentication_comes_before_the_body(Tongban tongban) {
        assertThat(tongban.anonymous().json("POST", Notes.PATH, BAD).status()).isEqualTo(401);
        assertThat(tongban.withToken("abc").json("POST", Notes.PATH, BAD).status())
                .isEqualTo(401);
    }

    @Test
    void permission_comes_before_the_body(Tongban tongban) {
        assertThat(tongban.as("reviewer").json("POST", Notes.PATH, BAD).status())
                .isEqualTo(403);
    }

    @Test
    @Tag("CO-28")
    void ownership_comes_before_the_etag_and_the_body(Tongban tongban) {
        var theirs = Notes.written(People.writer(tongban).api(), "theirs");
        var other = People.writer(tongban).api();
        assertThat(other.json("PUT", theirs, BAD).status()).isEqualTo(404);
        assertThat(other.with("If-Match", "\"9\"").json("PUT", theirs, BAD).status())
                .isEqualTo(404);
        assertThat(other.json("PUT", Notes.PATH + "/" + UUID.randomUUID(), BAD).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-12")
    void the_etag_comes_before_the_body(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "mine");
        assertThat(writer.json("PUT", note, BAD).status()).isEqualTo(428);
        assertThat(writer.with("If-Match", "\"9\"").json("PUT", note, BAD).status())
                .isEqualTo(412);
        var refused = writer.with("If-Match", writer.get(note).etag()).json("PUT", note, BAD);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).contains("/name type", "/colour unknown-property", "/amount required");
    }

    @Test
    void an_id_that_is_no_uuid_is_refused_by_name(Tongban tongban) {
        var refused = People.writer(tongban).api().get(Notes.PATH + "/abc");
        assertProblem(refused, 400, "invalid-input", Notes.PATH + "/abc");
        assertThat(refused.violations()).containsExactly("/id type");
    }

    @Test
    @Tag("CO-11")
    void unknown_parameters_are_refused(Tongban tongban) {
        var refused = People.writer(tongban).api().get(Notes.PATH + "?colour=red&size=1");
        assertProblem(refused, 400, "unknown-parameter", Notes.PATH);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("/colour unknown-parameter", "/size unknown-parameter");
    }

    @Test
    @Tag("CO-11")
    void a_parameter_given_twice_is_refused(Tongban tongban) {
        var refused = People.writer(tongban).api().get(Notes.PATH + "?limit=1&limit=2");
        assertProblem(refused, 400, "invalid-input", Notes.PATH);
        assertThat(refused.violations()).containsExactly("/limit repeated");
    }

    @Test
    @Tag("CO-10")
    void the_pointer_to_a_parameter_is_escaped(Tongban tongban) {
        assertThat(People.writer(tongban).api().get(Notes.PATH + "?a~1b%2Fc=1").violations())
                .containsExactly("/a~01b~1c unknown-parameter");
    }

    @Test
    @Tag("CO-11")
    void limits_outside_1_to_100_are_refused(Tongban tongban) {
        var writer = People.writer(tongban).api();
        assertThat(writer.get(Notes.PATH + "?limit=0").violations()).containsExactly("/limit minimum");
        assertThat(writer.get(Notes.PATH + "?limit=101").violations()).containsExactly("/limit maximum");
        assertThat(writer.get(Notes.PATH + "?limit=100").status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-11")
    void a_limit_that_is_no_number_is_refused_by_name(Tongban tongban) {
        var refused = People.writer(tongban).api().get(Notes.PATH + "?limit=x");
        assertProblem(refused, 400, "invalid-input", Notes.PATH);
        assertThat(refused.violations()).containsExactly("/limit type");
    }

    @Test
    @Tag("CO-11")
    void everything_wrong_with_the_parameters_is_told_at_once(Tongban tongban) {
        var refused = People.writer(tongban).api().get(Notes.PATH + "?limit=0&state=12345678901&colour=red");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("/limit minimum", "/state max-length", "/colour unknown-parameter");
    }

    @Test
    @Tag("CO-10")
    void what_is_of_no_use_as_its_type_is_told_with_everything_else() {
        var writer = People.writer(Tongban.running()).api();
        assertThat(writer.get(Notes.PATH + "?limit=abc&state=12345678901&colour=red")
                        .violations())
                .containsExactlyInAnyOrder("/limit type", "/state max-length", "/colour unknown-parameter");
        assertThat(writer.post(Notes.PATH + "/abc/submit?organisation=x&colour=red")
                        .violations())
                .hasSize(3)
                .contains("/id type", "/colour unknown-parameter")
                .anyMatch(found -> found.startsWith("/organisation "));
    }

    @Test
    void who_may_call_comes_before_the_type_of_the_body(Tongban tongban) {
        var body = "<name>a</name>".getBytes(StandardCharsets.UTF_8);
        assertProblem(
                tongban.anonymous().bytes("POST", Notes.PATH, body, "text/xml"), 401, "unauthenticated", Notes.PATH);
        assertProblem(tongban.as("reviewer").bytes("POST", Notes.PATH, body, "text/xml"), 403, "forbidden", Notes.PATH);
        assertProblem(
                People.writer(tongban).api().bytes("POST", Notes.PATH, body, "text/xml"),
                415,
                "unsupported-type",
                Notes.PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICATION/JSON", "application/json; charset=utf-8", "Application/Json;charset=UTF-8"})
    @Tag("CO-10")
    void a_media_type_is_read_without_regard_to_case_and_parameters(String type) {
        var body = Notes.body("typed").toString().getBytes(StandardCharsets.UTF_8);
        var answer = People.writer(Tongban.running()).api().bytes("POST", Notes.PATH, body, type);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    @Tag("CO-11")
    void a_cursor_of_somebodys_own_making_is_refused(Tongban tongban) {
        assertThat(People.writer(tongban).api().get(Notes.PATH + "?cursor=abc").code())
                .isEqualTo("bad-cursor");
    }

    @Test
    @Tag("CO-11")
    void pages_hold_every_row_once_and_end_without_a_cursor(Tongban tongban) {
        var writer = People.writer(tongban).api();
        for (int i = 0; i < 5; i++) {
            Notes.written(writer, "n" + i);
        }
        var names = new StringBuilder();
        var path = Notes.PATH + "?limit=2";
        for (var page = writer.get(path).json(); ; page = writer.get(path).json()) {
            page.path("items").forEach(item -> names.append(item.path("name").asText()));
            if (!page.has("nextCursor")) {
                break;
            }
            path = Notes.PATH + "?limit=2&cursor=" + page.path("nextCursor").asText();
        }
        assertThat(names).hasToString("n4n3n2n1n0");
    }

    @Test
    @Tag("CO-47")
    void a_state_is_asked_for_as_it_is_answered(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        assertThat(reviewer.get("/api/platform/v1/reviews?state=open").status()).isEqualTo(200);
        assertThat(reviewer.get("/api/platform/v1/reviews?state=lost").violations())
                .containsExactly("/state enum");
    }

    @Test
    @Tag("CO-84")
    void a_body_of_more_than_a_megabyte_is_refused(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var body = "{\"name\": \"%s\"}".formatted("a".repeat(1 << 20));
        assertProblem(writer.json("POST", Notes.PATH, body), 413, "too-large", Notes.PATH);
        var pieces = writer.pieces("POST", Notes.PATH, body.getBytes(StandardCharsets.UTF_8), "application/json");
        assertProblem(pieces, 413, "too-large", Notes.PATH);
    }
}
