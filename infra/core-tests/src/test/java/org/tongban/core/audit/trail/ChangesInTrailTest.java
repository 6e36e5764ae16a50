package org.tongban.core.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.webhook.send.TestNames;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Records of changes say what was before and what is after, as auditors find them (CO-55). */
@TongbanTest
@Tag("CO-55")
class ChangesInTrailTest {
    private final Tongban tongban;
    private final Api admin;
    private final Api auditor;

    ChangesInTrailTest(Tongban tongban) {
        this.tongban = tongban;
        admin = tongban.as("admin");
        auditor = People.staff(tongban, "auditor").api();
    }

    /** What the newest record of an action says. */
    private JsonNode digest(String query) {
        return Notes.right(auditor.get("/api/platform/v1/audit?limit=1&action=" + query), 200)
                .json()
                .at("/items/0/digest");
    }

    private JsonNode digest(String action, String review) {
        return digest(action + "&subject=" + review.substring(review.lastIndexOf('/') + 1));
    }

    private static JsonNode year(String name, String more) {
        return Api.json("""
            {'days': [{'name': '%s', 'date': '2188-01-01', 'free': true},
             {'name': '劳动节', 'date': '2188-05-01', 'free': true},
             {'name': '国庆节', 'date': '2188-10-01', 'free': true}%s]}\
            """.formatted(name, more));
    }

    @Test
    @Tag("CO-71")
    void a_change_of_the_calendar_names_the_days_that_differ() {
        var path = "/api/platform/v1/calendar/2188";
        Notes.right(admin.put(path, year("元旦", "")), 200);
        Notes.right(admin.put(path, year("新年", ", {'name': '新年', 'date': '2188-01-02', 'free': true}")), 200);
        var digest = digest("platform.calendar.change");
        assertThat(digest.path("year").asInt()).isEqualTo(2188);
        assertThat(digest.path("before")).isEqualTo(Api.json("{'2188-01-01': {'name': '元旦', 'free': true}}"));
        assertThat(digest.path("after")).isEqualTo(Api.json("""
            {'2188-01-01': {'name': '新年', 'free': true}, '2188-01-02': {'name': '新年', 'free': true}}\
            """));
    }

    @Test
    @Tag("CO-71")
    void an_import_names_the_days_of_the_december_before_too() {
        var file = Api.json("""
            {'year': 2186, 'days': [{'name': '元旦', 'date': '2186-01-01', 'isOffDay': true},
             {'name': '元旦', 'date': '2185-12-31', 'isOffDay': true},
             {'name': '劳动节', 'date': '2186-05-01', 'isOffDay': true},
             {'name': '国庆节', 'date': '2186-10-01', 'isOffDay': true}]}\
            """);
        Notes.right(admin.post("/api/platform/v1/calendar/imports", file), 200);
        var digest = digest("platform.calendar.import");
        assertThat(digest.path("before").isEmpty()).isTrue();
        assertThat(digest.path("after").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("2185-12-31", "2186-01-01", "2186-05-01", "2186-10-01");
    }

    @Test
    @Tag("CO-34")
    void a_change_of_a_contact_names_what_differs_and_masks_a_mobile() {
        var path = "/api/platform/v1/modules/trial/contact";
        for (var phone : new String[] {"010-87654321", "13900001234"}) {
            var contact = Api.json("{'phone': '%s', 'hours': {'zh': '工作日', 'en': 'Weekdays'}}".formatted(phone));
            var etag = admin.get(path).etag();
            Notes.right(admin.with("If-Match", etag).put(path, contact), 200);
        }
        var digest = digest("platform.contact.change");
        assertThat(digest.path("module").asText()).isEqualTo("trial");
        assertThat(digest.path("before")).isEqualTo(Api.json("{'phone': '010-87654321'}"));
        assertThat(digest.path("after").size()).isEqualTo(1);
        assertThat(digest.path("after").path("phone").asText()).contains("*").endsWith("1234");
    }

    @Test
    @Tag("CO-46")
    void what_officers_do_with_a_case_names_who_held_it_and_where_it_stood() {
        var holder = People.staff(tongban, TrialModule.REVIEWER);
        var other = People.staff(tongban, TrialModule.REVIEWER);
        var number = Notes.submitted(People.writer(tongban).api(), "trail");
        var review = Notes.review(holder.api(), number);

        Notes.right(holder.api().post(review + "/claim"), 200);
        var claimed = digest("platform.review.claim", review);
        assertThat(claimed.path("number").asText()).isEqualTo(number);
        assertThat(claimed.path("before")).isEqualTo(Api.json("{'state': 'open'}"));
        assertThat(claimed.path("after"))
                .isEqualTo(Api.json("{'state': 'claimed', 'claimedBy': '%s'}".formatted(holder.account())));

        Notes.right(holder.api().post(review + "/reassign", Api.json("{'to': '%s'}".formatted(other.login()))), 200);
        var handed = digest("platform.review.reassign", review);
        assertThat(handed.path("before")).isEqualTo(Api.json("{'claimedBy': '%s'}".formatted(holder.account())));
        assertThat(handed.path("after")).isEqualTo(Api.json("{'claimedBy': '%s'}".formatted(other.account())));

        Notes.right(other.api().post(review + "/notes", Api.json("{'text': 'seen'}")), 201);
        assertThat(digest("platform.review.note", review).path("after")).isEqualTo(Api.json("{}"));

        Notes.right(Notes.decidedClaimed(other.api(), review, "{'decision': 'approve'}"), 200);
        var decided = digest("platform.review.decide", review);
        assertThat(decided.path("before")).isEqualTo(Api.json("{'state': 'claimed'}"));
        assertThat(decided.path("after")).isEqualTo(Api.json("{'state': 'approved'}"));
    }

    @Test
    @Tag("CO-51")
    void a_change_of_a_webhook_names_host_and_path_before_and_after_and_no_parameter() {
        var names = tongban.context().getBean(TestNames.class);
        names.put("trail.test", "93.184.215.14");
        names.put("moved.test", "93.184.215.14");
        var webhooks = "/api/platform/v1/webhooks";
        var made = Notes.right(admin.post(webhooks, hook("https://trail.test/a?key=one")), 201)
                .json();
        assertThat(digest("platform.webhook.create").path("url").asText()).isEqualTo("https://trail.test/a");
        var path = webhooks + "/" + made.path("id").asText();
        Notes.right(
                admin.with("If-Match", admin.get(path).etag()).put(path, hook("https://moved.test:8443/b?key=two")),
                200);
        var digest = digest("platform.webhook.change");
        assertThat(digest.path("before")).isEqualTo(Api.json("{'url': 'https://trail.test/a'}"));
        assertThat(digest.path("after")).isEqualTo(Api.json("{'url': 'https://moved.test:8443/b'}"));
        Notes.right(
                admin.with("If-Match", admin.get(path).etag()).put(path, hook("https://moved.test:8443/b?key=three")),
                200);
        var parameters = digest("platform.webhook.change");
        assertThat(parameters.path("parameters").asText()).isEqualTo("changed");
        assertThat(parameters.toString()).doesNotContain("key", "three");
        Notes.right(admin.delete(path), 204);
    }

    private static JsonNode hook(String url) {
        return Api.json("{'url': '%s', 'eventTypes': ['trial.note-submitted']}".formatted(url));
    }

    @Test
    @Tag("CO-34b")
    void a_change_of_a_notice_names_its_texts_before_and_after() {
        var writer = People.staff(tongban, "notice-editor").api();
        var notices = "/api/platform/v1/notices";
        var path = notices + "/"
                + Notes.right(writer.post(notices, notice("旧题", "短")), 201)
                        .json()
                        .path("id")
                        .asText();
        Notes.right(writer.with("If-Match", writer.get(path).etag()).put(path, notice("新题", "长".repeat(80))), 200);
        var digest = digest("platform.notice.change");
        assertThat(digest.path("before")).isEqualTo(Api.json("{'titleZh': '旧题', 'textZh': '短'}"));
        assertThat(digest.at("/after/titleZh").asText()).isEqualTo("新题");
        assertThat(digest.at("/after/textZh").asText()).startsWith("sha256:");
    }

    private static JsonNode notice(String title, String text) {
        return Api.json("""
            {'module': 'platform', 'zh': {'title': '%s', 'text': '%s'}, 'shownFrom': '2026-11-20', 'pinned': false}\
            """.formatted(title, text));
    }

    @Test
    @Tag("CO-29")
    void a_new_account_of_staff_is_named_by_its_login() {
        var login = "trail." + System.nanoTime();
        Notes.right(
                admin.post("/api/platform/v1/staff", Api.json("{'login': '%s', 'roles': []}".formatted(login))), 201);
        assertThat(digest("platform.staff.create").path("login").asText()).isEqualTo(login);
    }

    @Test
    @Tag("CO-46c")
    void what_applicants_take_back_is_in_the_trail_with_its_states() {
        var writer = People.writer(tongban).api();
        var mine = Notes.mine(writer, Notes.submitted(writer, "taken back"));
        Notes.right(writer.post(mine + "/withdraw"), 200);
        var withdrawn = digest("platform.case.withdraw", mine);
        assertThat(withdrawn.path("before")).isEqualTo(Api.json("{'state': 'open'}"));
        assertThat(withdrawn.path("after")).isEqualTo(Api.json("{'state': 'withdrawn'}"));
    }
}
