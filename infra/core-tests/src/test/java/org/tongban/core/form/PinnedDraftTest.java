package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Drafts of two versions of a form, sent to one endpoint: the second has no labels and shorter topics. */
@TongbanTest
@Tag("CO-32")
class PinnedDraftTest {
    private static final String LONG = "{\"topic\":\" a topic of thirty characters...\",\"labels\":[\"x\"]}";
    private static final String SHORT = "{\"topic\":\" a topic \"}";

    private final Tongban tongban;
    private final Api writer;

    PinnedDraftTest(Tongban tongban) {
        this.tongban = tongban;
        writer = People.writer(tongban).api();
    }

    private Answer saved(String version, String body) {
        return writer.json("PUT", "/api/trial/v1/surveys/" + version, body);
    }

    @Test
    void a_draft_is_checked_by_the_version_it_was_begun_with() {
        assertThat(saved("1", LONG).json().path("topic").asText()).isEqualTo("a topic of thirty characters...");
        assertThat(saved("2", SHORT).json().path("topic").asText()).isEqualTo("a topic");
        assertThat(saved("1", SHORT).status()).isEqualTo(200);
    }

    @Test
    void a_draft_of_another_version_is_refused_with_what_is_wrong_in_its_own() {
        var refused = saved("2", LONG);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo("invalid-input");
        assertThat(refused.json().findValuesAsText("pointer")).containsExactlyInAnyOrder("/topic", "/labels");
    }

    @Test
    void a_draft_whose_version_is_closed_is_refused() {
        var last = TrialModule.LAST_OF_THE_FIRST.atTime(23, 59).atZone(ZoneId.of("Asia/Shanghai"));
        tongban.clock().moveTo(last.toInstant());
        assertThat(saved("1", SHORT).status()).isEqualTo(200);
        tongban.clock().moveTo(last.plusMinutes(1).toInstant());

        var refused = saved("1", SHORT);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("form-closed");
        assertThat(refused.json().path("newest").asText()).isEqualTo("trial/survey@2");
        assertThat(saved("2", SHORT).status()).isEqualTo(200);
    }

    @Test
    void what_is_a_draft_of_no_version_is_refused_by_the_newest() {
        var refused = saved("1", "{\"labels\":[\"x\"],\"topic\":7}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("pointer")).containsExactlyInAnyOrder("/topic", "/labels");
    }

    @Test
    void a_draft_is_shown_in_the_newest_version_with_what_does_not_fit_there() {
        var answer = writer.json("POST", "/api/trial/v1/surveys/1/upgrade", LONG);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("from").asText()).isEqualTo("trial/survey@1");
        assertThat(answer.json().path("to").asText()).isEqualTo("trial/survey@2");
        assertThat(answer.json().path("dropped").findValuesAsText("pointer")).contains("/topic");
        assertThat(answer.json().path("document").has("topic")).isFalse();
        assertThat(writer.json("POST", "/api/trial/v1/surveys/2/upgrade", SHORT).status())
                .isEqualTo(404);
    }
}
