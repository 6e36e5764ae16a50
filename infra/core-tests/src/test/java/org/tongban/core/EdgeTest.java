package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.stray.StrayController;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** What stands before every endpoint (CO-28). */
@TongbanTest
class EdgeTest {
    @Test
    @Tag("CO-28")
    void an_endpoint_that_does_not_say_who_may_call_it_is_closed_to_all(Tongban tongban) {
        assertThat(tongban.anonymous().get(StrayController.PATH).status()).isEqualTo(403);
        var signedIn = tongban.as("reviewer").get(StrayController.PATH);
        assertThat(signedIn.status()).isEqualTo(403);
        assertThat(signedIn.text()).doesNotContain("unguarded");
    }

    @Test
    @Tag("CO-81")
    void the_management_endpoints_stay_open(Tongban tongban) {
        assertThat(tongban.anonymous().get("/health/liveness").status()).isEqualTo(200);
        assertThat(tongban.anonymous().get("/metrics").text()).contains("jvm_memory_used_bytes");
    }

    @Test
    @Tag("CO-10")
    void titles_are_in_the_language_asked_for(Tongban tongban) {
        var anonymous = tongban.anonymous();
        assertThat(anonymous.get("/api/trial/v1").json().path("title").asText()).isEqualTo("试验");
        var english = anonymous.with("Accept-Language", "zh;q=0.2, en").get("/api/trial/v1");
        assertThat(english.json().path("title").asText()).isEqualTo("Trial");
    }

    @Test
    @Tag("CO-13")
    void the_language_is_described_as_the_header_that_it_is(Tongban tongban) {
        assertThat(tongban.anonymous().get("/openapi.json").json().findValuesAsText("name"))
                .contains("Accept-Language")
                .doesNotContain("language");
    }

    /** What every answer has, whoever gives it. */
    private static void assertGuarded(Answer answer, int status, String policy) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        Map.of(
                        "Content-Security-Policy",
                        policy,
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "same-origin",
                        "Strict-Transport-Security",
                        "max-age=31536000",
                        "Cache-Control",
                        "no-store")
                .forEach((name, value) -> assertThat(answer.headers().allValues(name))
                        .as("%s of %s", name, answer)
                        .containsExactly(value));
    }

    @Test
    @Tag("CO-84")
    void what_is_refused_at_the_door_has_the_headers_of_every_answer(Tongban tongban) {
        var api = "default-src 'none'; frame-ancestors 'none'";
        var anonymous = tongban.anonymous();
        assertGuarded(anonymous.get(Notes.PATH), 401, api);
        assertGuarded(anonymous.withToken("none.at.all").get(Notes.PATH), 401, api);
        assertGuarded(tongban.as("reviewer").get(Notes.PATH), 403, api);
        assertGuarded(anonymous.unchecked().get("/api/trial/v1/nothing"), 404, api);
        assertGuarded(anonymous.unchecked().with("X-Long", "x".repeat(20_000)).get(Notes.PATH), 413, api);
        assertGuarded(People.writer(tongban).api().get(Notes.PATH), 200, api);
        var browser = anonymous.unchecked().with("Accept", "text/html");
        assertGuarded(browser.get("/console"), 303, api);
        var page = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'";
        assertGuarded(browser.get("/console/sign-in"), 200, page);
        assertGuarded(browser.with("Cookie", "tongban-console=none").get("/nothing"), 404, page);
    }
}
