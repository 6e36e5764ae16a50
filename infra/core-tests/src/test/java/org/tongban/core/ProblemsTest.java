package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.ErrorCode;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** Every refusal is a problem that says what is wrong and nothing of the inside (CO-10). */
@TongbanTest
@Tag("CO-10")
class ProblemsTest {
    private static final List<String> INSIDE = List.of(
            "org.tongban",
            "io.micronaut",
            "java.",
            "jakarta.",
            "com.",
            "Exception",
            "SQL",
            "select ",
            "insert ",
            "trial.note",
            "\\tat ");

    static void assertProblem(Answer answer, int status, String code, String path) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).endsWith("/docs/errors#" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isEqualTo(path);
        assertThat(problem.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(INSIDE).noneMatch(answer.text()::contains);
    }

    @Test
    void the_type_of_every_problem_leads_to_its_place_on_the_page_of_errors(Tongban tongban) {
        var type = URI.create(tongban.anonymous()
                .get("/api/trial/v1/nothing")
                .json()
                .path("type")
                .asText());
        assertThat(type.getPath()).isEqualTo("/docs/errors");
        var anchors = Pattern.compile("id=\"([a-z-]+)\"")
                .matcher(tongban.anonymous().get(type.getPath()).text())
                .results()
                .map(found -> found.group(1))
                .toList();
        var codes = tongban.context().getBean(ModuleRegistry.class).<ErrorCode>all(PlatformModule::errors).stream()
                .map(ErrorCode::code)
                .sorted()
                .toList();
        assertThat(anchors).containsSubsequence(codes).contains(type.getFragment());
    }

    @Test
    void an_unknown_path_is_a_problem(Tongban tongban) {
        var path = "/api/trial/v1/nothing";
        assertProblem(tongban.anonymous().get(path), 404, "not-found", path);
    }

    @Test
    @Tag("PO-1")
    void a_browser_gets_a_page_except_for_what_machines_read(Tongban tongban) {
        var browser = tongban.anonymous().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        var page = browser.get("/nothing");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("没有找到这个页面");
        assertProblem(browser.get("/oauth2/nothing"), 404, "not-found", "/oauth2/nothing");
        assertProblem(
                tongban.anonymous().with("Accept", "application/json").get("/nothing"), 404, "not-found", "/nothing");
        assertProblem(tongban.anonymous().with("Accept", "*/*").get("/nothing"), 404, "not-found", "/nothing");
    }

    @Test
    @Tag("RL-4")
    void what_the_guard_of_origins_refuses_is_a_problem(Tongban tongban) {
        var path = "/api/platform/v1/modules";
        // Unchecked: who asks from a page of another origin is refused before there is an operation to describe it.
        var answer = tongban.anonymous()
                .unchecked()
                .with("Origin", "http://elsewhere.example")
                .get(path);
        assertProblem(answer, 403, "forbidden", path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_method_that_a_path_does_not_take_is_a_problem(Tongban tongban) {
        var answer = People.writer(tongban).api().delete(Notes.PATH);
        assertProblem(answer, 405, "method-not-allowed", Notes.PATH);
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void a_type_that_cannot_be_answered_is_a_problem(Tongban tongban) {
        var writer = People.writer(tongban).api();
        assertProblem(writer.with("Accept", "image/png").get(Notes.PATH), 406, "not-acceptable", Notes.PATH);
    }

    @Test
    void a_type_that_is_not_taken_is_a_problem(Tongban tongban) {
        var body = Notes.body("a").toString().getBytes(StandardCharsets.UTF_8);
        var writer = People.writer(tongban).api();
        assertProblem(writer.bytes("POST", Notes.PATH, body, "text/plain"), 415, "unsupported-type", Notes.PATH);
    }

    @Test
    @Tag("RL-4")
    void a_body_that_is_not_compressed_as_it_says_is_a_problem(Tongban tongban) {
        var body = Notes.body("a").toString().getBytes(StandardCharsets.UTF_8);
        var writer = People.writer(tongban).api().with("Content-Encoding", "gzip");
        assertProblem(writer.bytes("POST", Notes.PATH, body, "application/json"), 400, "bad-request", Notes.PATH);
    }

    @Test
    @Tag("RL-4")
    void languages_that_cannot_be_read_are_none(Tongban tongban) {
        var writer = People.writer(tongban).api().with("Accept-Language", ",,,");
        assertThat(writer.get(Notes.PATH).status()).isEqualTo(200);
    }

    @Test
    void a_fault_of_the_program_tells_nothing_and_changes_nothing(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "whole");
        assertProblem(writer.post(note + "/failure"), 500, "internal", note + "/failure");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("draft");
    }

    @Test
    void every_other_kind_of_refusal_has_the_same_shape(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "kinds");
        assertProblem(tongban.anonymous().get(Notes.PATH), 401, "unauthenticated", Notes.PATH);
        assertProblem(tongban.as("reviewer").get(Notes.PATH), 403, "forbidden", Notes.PATH);
        assertProblem(writer.put(note, Notes.body("b")), 428, "if-match-required", note);
        assertProblem(writer.with("If-Match", "\"7\"").put(note, Notes.body("b")), 412, "stale", note);
        assertProblem(writer.post(Notes.PATH, Api.json("{}")), 400, "invalid-input", Notes.PATH);
        Notes.number(writer, note);
        var twice = writer.post(note + "/submit");
        assertProblem(twice, 409, "illegal-move", note + "/submit");
        assertThat(twice.json().path("state").asText()).isEqualTo("submitted");
    }

    @Test
    void speaks_chinese_unless_english_is_asked_for(Tongban tongban) {
        var anonymous = tongban.anonymous();
        assertThat(anonymous.get(Notes.PATH).json().path("title").asText()).isEqualTo("请先登录。");
        var english = anonymous.with("Accept-Language", "en-GB,en;q=0.9").get(Notes.PATH);
        assertThat(english.json().path("title").asText()).isEqualTo("Sign in first.");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        var french = anonymous.with("Accept-Language", "fr").get(Notes.PATH);
        assertThat(french.json().path("title").asText()).isEqualTo("请先登录。");
    }

    @Test
    void messages_of_violations_are_in_the_language_asked_for(Tongban tongban) {
        var writer = People.writer(tongban).api();
        assertThat(writer.post(Notes.PATH, Api.json("{}")).text()).contains("此项必填");
        assertThat(writer.with("Accept-Language", "en")
                        .post(Notes.PATH, Api.json("{}"))
                        .text())
                .contains("This field is required.");
    }
}
