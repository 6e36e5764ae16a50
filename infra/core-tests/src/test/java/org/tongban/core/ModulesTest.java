package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
@Tag("CO-3")
class ModulesTest {
    private static JsonNode trial(Api api) {
        for (var module : api.get("/api/platform/v1/modules").json().path("items")) {
            if (module.path("id").asText().equals("trial")) {
                return module;
            }
        }
        throw new AssertionError("the trial module is not listed");
    }

    @Test
    void everybody_sees_what_a_module_is_and_whom_to_ask(Tongban tongban) {
        assertThat(trial(tongban.anonymous().with("Accept-Language", "en"))).isEqualTo(Api.json("""
            {'id': 'trial', 'version': '1.2.3', 'title': 'Trial', 'state': 'on',
             'contact': {'phone': '010-12345678', 'hours': '9 to 17', 'address': 'Beijing'}}\
            """));
        assertThat(trial(tongban.as("reviewer")).path("contact").path("hours").asText())
                .isEqualTo("9:00—17:00");
    }

    @Test
    void who_may_not_operate_the_platform_does_not_see_what_it_registered(Tongban tongban) {
        assertThat(trial(tongban.as("reviewer")).has("registered")).isFalse();
        assertThat(trial(tongban.as("reviewer")).has("migration")).isFalse();
    }

    @Test
    void operators_see_what_a_module_registered(Tongban tongban) {
        var registered = trial(tongban.as("admin")).path("registered");

        assertThat(registered.path("permissions"))
                .isEqualTo(Api.json("['trial:own', 'trial:notices', 'trial:review', 'trial:review-other']"));
        assertThat(registered.path("events")).isEqualTo(Api.json("['trial.note-submitted']"));
        assertThat(registered.path("tasks")).isEqualTo(Api.json("['trial.take-turns', 'trial.close-day']"));
        assertThat(registered.path("publicCollections")).isEqualTo(Api.json("['notes']"));
        assertThat(registered.path("forms"))
                .isEqualTo(Api.json("['trial/note@1', 'trial/survey@1', 'trial/survey@2']"));
        assertThat(registered.path("endpoints")).extracting(JsonNode::asText).contains("POST /api/trial/v1/notes");
    }

    @Test
    void operators_see_how_far_its_schema_is(Tongban tongban) {
        assertThat(trial(tongban.as("admin")).path("migration"))
                .isEqualTo(Api.json("{'module': '1.2.3', 'applied': '202611211411', 'pending': []}"));
    }
}
