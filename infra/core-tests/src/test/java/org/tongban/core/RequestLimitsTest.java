package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;

/** Requests of one caller are limited, each kind by its own figure (CO-84). Every test comes from an address of its own. */
@Tag("CO-84")
class RequestLimitsTest {
    private static final String MODULES = "/api/platform/v1/modules";
    private static final String ME = "/api/platform/v1/me";
    private static final String SEARCH = "/api/platform/v1/public/notes";
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        tongban = Tongban.beside(
                data,
                Map.of(
                        "platform.limits.enabled",
                        true,
                        "platform.limits.account",
                        20,
                        "platform.limits.address",
                        10,
                        "platform.limits.public-search",
                        15,
                        "platform.web.trusted-proxies",
                        "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
    }

    private static Api from(String address) {
        return tongban.anonymous().with("X-Forwarded-For", address);
    }

    private static int answered(Api api, String path, int tries) {
        int answered = 0;
        for (int i = 0; i < tries; i++) {
            if (api.get(path).status() != 429) {
                answered++;
            }
        }
        return answered;
    }

    private static void assertLimited(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 6);
    }

    @Test
    void an_address_without_a_token_gets_its_figure_and_is_told_when_there_is_room_again() {
        var api = from("192.0.2.1");
        assertThat(answered(api, MODULES, 30)).isBetween(10, 12);
        assertLimited(api.get(MODULES));
        assertThat(from("192.0.2.2").get(MODULES).status()).isEqualTo(200);
    }

    @Test
    void an_account_gets_its_own_figure_wherever_it_calls_from() {
        var writer = People.writer(tongban).api().with("X-Forwarded-For", "192.0.2.3");
        assertThat(answered(writer, ME, 40)).isBetween(20, 26);
        assertLimited(writer.with("X-Forwarded-For", "192.0.2.4").get(ME));
        assertThat(from("192.0.2.3").get(MODULES).status()).isEqualTo(200);
    }

    @Test
    void public_search_has_a_figure_of_its_own() {
        var api = from("192.0.2.5");
        assertThat(answered(api, SEARCH, 40)).isBetween(15, 18);
        assertLimited(api.get(SEARCH));
        assertThat(api.get(MODULES).status()).isEqualTo(200);
    }

    @Test
    @Tag("PF-70")
    void suggestions_count_with_the_searches_that_they_are_typed_for() {
        var api = from("192.0.2.62");
        assertThat(answered(api, SEARCH + "/suggestions?q=a", 40)).isBetween(15, 18);
        assertLimited(api.get(SEARCH + "/suggestions?q=a"));
        assertThat(api.get(SEARCH).status()).isEqualTo(429);
    }

    @Test
    @Tag("RL-8")
    void tokens_that_are_none_count_for_the_address() {
        var api = from("192.0.2.6");
        for (int i = 0; i < 10; i++) {
            assertThat(api.withToken("guess" + UUID.randomUUID()).get(ME).status())
                    .isEqualTo(401);
        }
        assertLimited(api.withToken("guess").get(ME));
    }

    @Test
    void the_token_endpoint_counts_for_the_address() {
        var api = from("192.0.2.7");
        var form = "application/x-www-form-urlencoded";
        for (int i = 0; i < 10; i++) {
            assertThat(api.bytes("POST", "/oauth2/token", new byte[0], form).status())
                    .isEqualTo(401);
        }
        assertLimited(api.bytes("POST", "/oauth2/token", new byte[0], form));
    }

    @Test
    void a_network_of_version_six_is_one_address() {
        for (int i = 1; i <= 10; i++) {
            assertThat(from("2001:db8:1:2::" + i).get(MODULES).status()).isEqualTo(200);
        }
        assertLimited(from("2001:db8:1:2:ffff::1").get(MODULES));
        assertThat(from("2001:db8:1:3::1").get(MODULES).status()).isEqualTo(200);
    }

    @Test
    void what_watches_the_node_is_not_counted() {
        var api = from("192.0.2.8");
        for (int i = 0; i < 40; i++) {
            assertThat(api.get("/health/liveness").status()).isEqualTo(200);
        }
    }

    @Test
    @Tag("CO-60")
    void codes_of_documents_are_tried_no_faster_than_public_data_are_read() {
        var api = from("192.0.2.60").unchecked();
        assertThat(answered(api, "/api/platform/v1/public/documents/0000-0000-0000-0000", 40))
                .isBetween(15, 18);
        var page = from("192.0.2.61").unchecked().with("Accept", "text/html");
        assertThat(answered(page, "/verify/0000-0000-0000-0000", 40)).isBetween(15, 18);
        assertThat(page.get("/verify/0000-0000-0000-0000").status()).isEqualTo(429);
    }
}
