package org.tongban.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** How programmes are reached: data that staff keep, shown to everybody (CO-34). */
@TongbanTest
@Tag("CO-34")
class ContactsTest {
    private static final String CONTACT = "/api/platform/v1/modules/trial/contact";

    private final Tongban tongban;
    private final Api admin;

    ContactsTest(Tongban tongban) {
        this.tongban = tongban;
        admin = tongban.as("admin");
    }

    private static JsonNode contact(String phone) {
        return Api.json("{'phone': '%s', 'hours': {'zh': '工作日', 'en': 'Working days'}}".formatted(phone));
    }

    private JsonNode listed(String language) {
        return tongban.anonymous()
                .with("Accept-Language", language)
                .get("/api/platform/v1/modules")
                .json()
                .path("items")
                .valueStream()
                .filter(module -> module.path("id").asText().equals("trial"))
                .findFirst()
                .orElseThrow()
                .path("contact");
    }

    @Test
    void what_staff_give_is_shown_to_everybody_in_their_language() {
        var before = tongban.anonymous().get(CONTACT);
        var changed = admin.with("If-Match", admin.get(CONTACT).etag()).put(CONTACT, contact("010-12345678"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("version").asLong())
                .isEqualTo(before.json().path("version").asLong() + 1);

        assertThat(tongban.anonymous().get(CONTACT).json()).isEqualTo(changed.json());
        assertThat(listed("zh-CN").path("hours").asText()).isEqualTo("工作日");
        assertThat(listed("en").path("hours").asText()).isEqualTo("Working days");
        assertThat(listed("en").path("phone").asText()).isEqualTo("010-12345678");
        assertThat(listed("en").has("address")).isFalse();
        assertThat(tongban.anonymous()
                        .get("/api/trial/v1")
                        .json()
                        .path("contact")
                        .path("phone")
                        .asText())
                .isEqualTo("010-12345678");
    }

    @Test
    @Tag("CO-12")
    void a_change_names_the_version_it_was_made_from() {
        var etag = admin.get(CONTACT).etag();
        assertRefused(admin.put(CONTACT, contact("010-1")), 428, "if-match-required");
        assertThat(admin.with("If-Match", etag)
                        .put(CONTACT, contact("010-2222"))
                        .status())
                .isEqualTo(200);
        var stale = admin.with("If-Match", etag).put(CONTACT, contact("010-3333"));
        assertRefused(stale, 412, "stale");
        assertThat(admin.get(CONTACT).json().path("phone").asText()).isEqualTo("010-2222");
    }

    @Test
    void only_those_who_publish_change_it() {
        var writer = People.writer(tongban).api();
        assertThat(writer.put(CONTACT, contact("010-4444")).status()).isEqualTo(403);
        assertThat(tongban.anonymous().put(CONTACT, contact("010-4444")).status())
                .isEqualTo(401);
        assertRefused(tongban.anonymous().get("/api/platform/v1/modules/none/contact"), 404, "not-found");
        assertRefused(admin.put("/api/platform/v1/modules/none/contact", contact("010-4444")), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'phone': 'ask for Li'}",
                "{'phone': 10}",
                "{'hours': {'zh': '工作日'}}",
                "{'hours': {'zh': '', 'en': ''}}",
                "{'address': {'zh': 'a\\u0007', 'en': 'b'}}",
                "{'fax': '010'}"
            })
    void what_is_no_contact_is_refused(String body) {
        var refused = admin.with("If-Match", admin.get(CONTACT).etag()).put(CONTACT, Api.json(body));
        assertRefused(refused, 400, "invalid-input");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
