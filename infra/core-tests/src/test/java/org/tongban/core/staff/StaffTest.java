package org.tongban.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.Realms;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Administrators make, change and disable accounts of staff (CO-29), each within its own region (CO-28). */
@TongbanTest
@Tag("CO-29")
class StaffTest {
    private static final String STAFF = "/api/platform/v1/staff";
    private static final String ME = "/api/platform/v1/me";
    private static final String ADMINISTRATOR = "platform-administrator";
    private static final String PLATFORM = "/api/platform/v1";
    private static final String HENAN = "410000";
    private static final String BEIJING = "110000";

    private static Answer created(Api api, String login, String more) {
        return api.post(STAFF, Api.json("{'login': '%s', %s}".formatted(login, more)));
    }

    private static String login() {
        return "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** The path of a new account with these roles. */
    private static String made(Api api, String more) {
        var answer = created(api, login(), more);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo(STAFF + "/" + answer.json().path("id").asText());
        return answer.header("Location");
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Answer put(Api api, String path, String part, String body) {
        return api.with("If-Match", api.get(path).etag()).put(path + "/" + part, Api.json(body));
    }

    /** An administrator bound to a region; null for the whole country. */
    private static Api administrator(Tongban tongban, @Nullable String region) {
        var login = login();
        var hash = tongban.context().getBean(Passwords.class).hash(People.PASSWORD);
        tongban.context()
                .getBean(Accounts.class)
                .create(new NewAccount(
                        Realms.STAFF, login, hash, false, null, null, null, region, Set.of(ADMINISTRATOR)));
        var session = People.signIn(tongban, Realms.STAFF, login, People.PASSWORD);
        return tongban.withToken(session.json().path("accessToken").asText());
    }

    private static void assertRefused(Answer answer, int status, String code, String... violations) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.violations()).containsExactly(violations);
    }

    @Test
    @Tag("CO-23")
    void a_new_account_signs_in_by_a_password_shown_once_and_must_change_it(Tongban tongban) {
        var admin = tongban.as("admin");
        var login = login();
        var made = created(admin, login, "'roles': ['filing-reviewer']");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var initial = made.json().path("initialPassword").asText();

        var session = People.signIn(tongban, Realms.STAFF, login, initial).json();
        assertThat(session.path("mustChangePassword").asBoolean()).isTrue();
        var newcomer = tongban.withToken(session.path("accessToken").asText());
        assertThat(newcomer.get("/api/platform/v1/reviews").status()).isEqualTo(403);
        assertThat(admin.get(made.header("Location")).text()).doesNotContain(initial);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where position(? in digest::text) > 0",
                        initial))
                .isZero();
    }

    @Test
    @Tag("CO-55")
    void each_change_says_in_the_audit_trail_what_was_before_and_after(Tongban tongban) {
        var admin = tongban.as("admin");
        var path = made(admin, "'roles': []");
        ok(put(admin, path, "roles", "{'roles': ['filing-reviewer']}"));
        ok(put(admin, path, "region", "{'region': '410000'}"));
        ok(admin.post(path + "/disable"));
        ok(admin.post(path + "/enable"));

        var records = Rows.of(
                tongban,
                "select action, digest::text as digest from core.audit_record where subject_id = ? order by id",
                UUID.fromString(path.substring(STAFF.length() + 1)));
        assertThat(records)
                .extracting(row -> row.get("action"))
                .containsExactly(
                        "platform.staff.create",
                        "platform.staff.assign-roles",
                        "platform.staff.assign-region",
                        "platform.staff.disable",
                        "platform.staff.enable");
        assertThat(Api.json(records.get(1).get("digest").toString()))
                .isEqualTo(Api.json("{'before': {'roles': []}, 'after': {'roles': ['filing-reviewer']}}"));
    }

    @Test
    @Tag("RL-7")
    void what_is_taken_away_is_gone_within_a_second(Tongban tongban) {
        var admin = tongban.as("admin");
        var colleague = People.staff(tongban, ADMINISTRATOR);
        var path = STAFF + "/" + colleague.account();

        ok(put(admin, path, "roles", "{'roles': ['filing-reviewer']}"));
        awaitRefused(colleague.api());
        var again = People.signIn(tongban, Realms.STAFF, colleague.login(), People.PASSWORD);
        var weaker = tongban.withToken(again.json().path("accessToken").asText());
        assertThat(weaker.get(STAFF).status()).isEqualTo(403);
        assertThat(weaker.get("/api/platform/v1/reviews").status()).isEqualTo(200);

        ok(put(admin, path, "region", "{'region': '410000'}"));
        awaitRefused(weaker);
        ok(admin.post(path + "/disable"));
        assertThat(People.signIn(tongban, Realms.STAFF, colleague.login(), People.PASSWORD)
                        .status())
                .isEqualTo(401);
        ok(admin.post(path + "/enable"));
        var back = People.signIn(tongban, Realms.STAFF, colleague.login(), People.PASSWORD);
        assertThat(back.status()).isEqualTo(201);
        var bound = tongban.withToken(back.json().path("accessToken").asText());
        assertThat(bound.get(ME).json().path("region").asText()).isEqualTo(HENAN);
    }

    private static void awaitRefused(Api api) {
        await().atMost(Duration.ofSeconds(10)).until(() -> api.get(ME).status() == 401);
    }

    @Test
    void a_lost_password_is_replaced_by_an_initial_one_and_ends_the_sessions(Tongban tongban) {
        var admin = tongban.as("admin");
        var colleague = People.staff(tongban, TrialModule.REVIEWER);
        var given = ok(admin.post(STAFF + "/" + colleague.account() + "/initial-password"));
        awaitRefused(colleague.api());
        assertThat(People.signIn(tongban, Realms.STAFF, colleague.login(), People.PASSWORD)
                        .status())
                .isEqualTo(401);
        var session = People.signIn(
                        tongban,
                        Realms.STAFF,
                        colleague.login(),
                        given.path("initialPassword").asText())
                .json();
        assertThat(session.path("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void nobody_changes_their_own_account(Tongban tongban) {
        var self = People.staff(tongban, ADMINISTRATOR);
        var path = STAFF + "/" + self.account();
        assertRefused(self.api().post(path + "/disable"), 403, "own-account");
        assertRefused(self.api().post(path + "/enable"), 403, "own-account");
        assertRefused(self.api().post(path + "/initial-password"), 403, "own-account");
        assertRefused(put(self.api(), path, "region", "{'region': '410000'}"), 403, "own-account");
        assertRefused(
                put(self.api(), path, "roles", "{'roles': ['platform-administrator', 'filing-reviewer']}"),
                403,
                "own-account");
        var cleared = self.api().with("If-Match", self.api().get(path).etag()).delete(path + "/region");
        assertRefused(cleared, 403, "own-account");
        assertThat(ok(self.api().get(path)).path("roles")).isEqualTo(Api.json("['platform-administrator']"));
    }

    @Test
    void what_cannot_be_is_refused_with_every_reason(Tongban tongban) {
        var admin = tongban.as("admin");
        assertRefused(
                created(administrator(tongban, HENAN), login(), "'roles': ['no-such', 'filing-reviewer', 'none']"),
                422,
                "staff-refused",
                "/roles/0 unknown",
                "/roles/2 unknown",
                "/region outside");
        assertRefused(
                created(admin, "x", "'roles': [], 'region': '990000'"),
                400,
                "invalid-input",
                "/login pattern",
                "/region pattern");
        var login = login();
        made(admin, "'roles': []");
        assertThat(created(admin, login, "'roles': []").status()).isEqualTo(201);
        assertRefused(created(admin, login.toUpperCase(Locale.ROOT), "'roles': []"), 409, "login-taken");
        var path = made(admin, "'roles': []");
        assertRefused(put(admin, path, "roles", "{'roles': ['no-such']}"), 422, "staff-refused", "/roles/0 unknown");
        assertRefused(admin.put(path + "/roles", Api.json("{'roles': []}")), 428, "if-match-required");
    }

    @Test
    @Tag("CO-28")
    void an_administrator_of_a_region_reaches_the_staff_of_that_region_alone(Tongban tongban) {
        var admin = tongban.as("admin");
        var henan = administrator(tongban, HENAN);
        var inside = made(henan, "'roles': ['filing-reviewer'], 'region': '410000'");
        var outside = made(admin, "'roles': [], 'region': '110000'");
        var everywhere = made(admin, "'roles': []");

        ok(henan.get(inside));
        assertThat(ids(henan)).contains(id(inside)).doesNotContain(id(outside), id(everywhere));
        for (var path : List.of(outside, everywhere)) {
            assertRefused(henan.get(path), 404, "not-found");
            assertRefused(henan.post(path + "/disable"), 404, "not-found");
            assertRefused(henan.post(path + "/initial-password"), 404, "not-found");
        }
        assertRefused(put(henan, inside, "region", "{'region': '110000'}"), 422, "staff-refused", "/region outside");
        var cleared = henan.with("If-Match", henan.get(inside).etag()).delete(inside + "/region");
        assertRefused(cleared, 422, "staff-refused", "/region outside");
        var moved = ok(put(admin, inside, "region", "{'region': '%s'}".formatted(BEIJING)));
        assertThat(moved.path("region").asText()).isEqualTo(BEIJING);
        assertRefused(henan.get(inside), 404, "not-found");
        var freed = admin.with("If-Match", admin.get(inside).etag()).delete(inside + "/region");
        assertThat(ok(freed).has("region")).isFalse();
    }

    private static String id(String path) {
        return path.substring(STAFF.length() + 1);
    }

    /** The ids on all pages. */
    private static List<String> ids(Api api) {
        var found = new ArrayList<String>();
        var page = ok(api.get(STAFF + "?limit=2"));
        while (true) {
            page.path("items").forEach(item -> found.add(item.path("id").asText()));
            if (!page.has("nextCursor")) {
                return found;
            }
            page = ok(
                    api.get(STAFF + "?limit=2&cursor=" + page.path("nextCursor").asText()));
        }
    }

    @Test
    @Tag("CO-11")
    void the_list_is_narrowed_by_state_and_role_and_goes_both_ways(Tongban tongban) {
        var henan = administrator(tongban, HENAN);
        var reviewer = made(henan, "'roles': ['filing-reviewer'], 'region': '410000'");
        var nothing = made(henan, "'roles': [], 'region': '410000'");
        ok(henan.post(nothing + "/disable"));

        assertThat(listed(henan, "?active=false&limit=100"))
                .contains(id(nothing))
                .doesNotContain(id(reviewer));
        assertThat(listed(henan, "?active=true&limit=100"))
                .contains(id(reviewer))
                .doesNotContain(id(nothing));
        assertThat(listed(henan, "?role=filing-reviewer&limit=100"))
                .contains(id(reviewer))
                .doesNotContain(id(nothing));
        var first = ok(henan.get(STAFF + "?limit=1"));
        var second = ok(
                henan.get(STAFF + "?limit=1&cursor=" + first.path("nextCursor").asText()));
        assertThat(second.path("items").findValuesAsText("id")).containsExactly(id(reviewer));
        var back = ok(
                henan.get(STAFF + "?limit=1&cursor=" + second.path("prevCursor").asText()));
        assertThat(back.path("items").findValuesAsText("id")).containsExactly(id(nothing));
    }

    private static List<String> listed(Api api, String query) {
        return ok(api.get(STAFF + query)).path("items").findValuesAsText("id");
    }

    @Test
    @Tag("CO-28")
    void roles_are_listed_with_what_they_permit(Tongban tongban) {
        var roles = ok(tongban.as("admin").get("/api/platform/v1/staff-roles")).path("items");
        assertThat(roles.findValuesAsText("id")).contains(ADMINISTRATOR, TrialModule.REVIEWER, "platform:staff");
        assertThat(roles.findValuesAsText("title")).contains("平台管理员", "管理工作人员");
    }

    @Test
    @Tag("CO-28")
    void what_belongs_to_no_province_is_not_for_an_administrator_of_one(Tongban tongban) {
        var bound = administrator(tongban, HENAN);
        var whole = administrator(tongban, null);
        var client = "{'name': 'p', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': []}";
        var version = "{'zh': 'a', 'en': 'a', 'effectiveFrom': '2099-01-01', 'acceptAgain': false}";
        assertThat(bound.get(PLATFORM + "/clients").status()).isEqualTo(403);
        assertThat(bound.post(PLATFORM + "/clients", Api.json(client)).status()).isEqualTo(403);
        assertThat(bound.post(PLATFORM + "/agreements/trial.terms/versions", Api.json(version))
                        .status())
                .isEqualTo(403);
        assertThat(bound.get(ME).json().path("permissions").toString())
                .contains("platform:staff")
                .doesNotContain("platform:clients");
        assertThat(whole.get(PLATFORM + "/clients").status()).isEqualTo(200);
    }
}
