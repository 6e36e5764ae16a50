package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class AnswersTest {
    @Test
    @Tag("CO-10")
    void says_json_and_nothing_of_what_the_accept_header_adds_to_it(Tongban tongban) {
        for (var accept : new String[] {"application/json;charset=utf-16", "application/json;x=y", "*/*"}) {
            var answer = tongban.anonymous().with("Accept", accept).get("/api/platform/v1/forms");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    @Tag("PO-1")
    void gives_pages_to_who_accepts_pages_only(Tongban tongban) {
        var page = tongban.anonymous().with("Accept", "text/html").get("/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    @Tag("CO-14")
    void refuses_a_body_where_none_is_taken(Tongban tongban) {
        var token = tongban.signIn("admin");
        var refused = tongban.withToken(token)
                .bytes(
                        "DELETE",
                        "/api/platform/v1/sessions/current",
                        "{\"x\":1}".getBytes(StandardCharsets.UTF_8),
                        "application/json");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("unexpected-body");
        assertThat(tongban.withToken(token).get("/api/platform/v1/me").status()).isEqualTo(200);
    }
}
