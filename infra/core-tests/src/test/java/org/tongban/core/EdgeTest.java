package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.stray.StrayController;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

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
}
