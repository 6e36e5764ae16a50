package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.ProblemsTest.assertProblem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Sign-in, refresh, sign-out and the change of a password (CO-22, CO-23). */
@TongbanTest
@Tag("CO-22")
class SessionsTest {
    private static final String SESSIONS = "/api/platform/v1/sessions";
    private static final String ME = "/api/platform/v1/me";
    private static final String NEXT = "Other-Island-58";

    private static Answer refreshed(Tongban tongban, String refreshToken) {
        return tongban.anonymous()
                .post(
                        SESSIONS + "/refresh",
                        JsonNodeFactory.instance.objectNode().put("refreshToken", refreshToken));
    }

    private static Answer changed(Api api, String current, String next) {
        return api.post(
                ME + "/password",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("currentPassword", current)
                        .put("newPassword", next));
    }

    private static void awaitRefused(Api api) {
        await().atMost(Duration.ofSeconds(10)).until(() -> api.get(ME).status() == 401);
        assertThat(api.get(ME).code()).isEqualTo("token-invalid");
    }

    @Test
    void a_sign_in_gives_tokens_that_say_who_one_is(Tongban tongban) {
        var writer = People.writer(tongban);
        assertThat(writer.tokens().path("tokenType").asText()).isEqualTo("Bearer");
        assertThat(writer.tokens().path("expiresIn").asInt()).isEqualTo(900);
        var me = writer.api().get(ME).json();
        assertThat(me.path("account").asText()).isEqualTo(writer.account().toString());
        assertThat(me.path("permissions").toString()).isEqualTo("[\"trial:own\"]");
    }

    @Test
    @Tag("RL-10")
    void a_wrong_password_and_an_unknown_account_get_the_same_answer(Tongban tongban) {
        var writer = People.writer(tongban);
        var wrong = People.signIn(tongban, TrialModule.REALM, writer.login(), NEXT);
        var unknown = People.signIn(tongban, TrialModule.REALM, writer.login() + "x", NEXT);
        var elsewhere = People.signIn(tongban, "no-such-realm", writer.login(), People.PASSWORD);
        assertProblem(wrong, 401, "sign-in-failed", SESSIONS);
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
        assertThat(withoutTrace(elsewhere)).isEqualTo(withoutTrace(wrong));
    }

    private static ObjectNode withoutTrace(Answer answer) {
        return ((ObjectNode) answer.json()).without("traceId");
    }

    @Test
    @Tag("CO-55")
    void a_failed_sign_in_leaves_a_record_though_it_is_refused(Tongban tongban) {
        var before = failures(tongban);
        People.signIn(tongban, TrialModule.REALM, People.writer(tongban).login(), NEXT);
        assertThat(failures(tongban)).isEqualTo(before + 1);
    }

    private static long failures(Tongban tongban) {
        return Rows.count(
                tongban,
                "select count(*) from core.audit_record where action = 'platform.session.create' and outcome ="
                        + " 'refused'");
    }

    @Test
    @Tag("RL-8")
    void after_five_failures_the_right_password_is_refused_too(Tongban tongban) {
        var writer = People.writer(tongban);
        for (int i = 0; i < 5; i++) {
            assertThat(People.signIn(tongban, TrialModule.REALM, writer.login(), NEXT)
                            .status())
                    .isEqualTo(401);
        }
        var refused = People.signIn(tongban, TrialModule.REALM, writer.login(), People.PASSWORD);
        assertProblem(refused, 429, "sign-in-refused", SESSIONS);
        // Until the first of them is fifteen minutes old, and not a constant.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 900);
    }

    @Test
    void a_refresh_gives_new_tokens(Tongban tongban) {
        var writer = People.writer(tongban);
        var next = refreshed(tongban, writer.refreshToken());
        assertThat(next.status()).as(next.toString()).isEqualTo(200);
        assertThat(next.json().path("refreshToken").asText()).isNotEqualTo(writer.refreshToken());
        var token = next.json().path("accessToken").asText();
        assertThat(tongban.withToken(token).get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-33")
    void a_session_ends_thirty_days_after_the_sign_in_however_often_it_was_renewed(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        age(tongban, writer, 29);
        var next = refreshed(tongban, writer.refreshToken());
        assertThat(next.status()).as(next.toString()).isEqualTo(200);
        var session = writer.api().get(ME + "/sessions").json().at("/items/0");
        assertThat(Instant.parse(session.path("expiresAt").asText()))
                .isEqualTo(Instant.parse(session.path("openedAt").asText()).plus(Duration.ofDays(30)));
        age(tongban, writer, 1);
        assertProblem(
                refreshed(tongban, next.json().path("refreshToken").asText()),
                401,
                "refresh-refused",
                SESSIONS + "/refresh");
    }

    private static void age(Tongban tongban, People.Person person, int days) throws SQLException {
        try (var connection = Rows.connect(tongban);
                var statement = connection.prepareStatement(
                        "update core.session set created_at = created_at - make_interval(days => ?) where account_id ="
                                + " ?")) {
            statement.setInt(1, days);
            statement.setObject(2, person.account());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void a_used_refresh_token_that_comes_back_ends_the_family(Tongban tongban) {
        var writer = People.writer(tongban);
        var next = refreshed(tongban, writer.refreshToken()).json();
        assertProblem(refreshed(tongban, writer.refreshToken()), 401, "refresh-refused", SESSIONS + "/refresh");
        assertThat(refreshed(tongban, next.path("refreshToken").asText()).status())
                .isEqualTo(401);
        awaitRefused(tongban.withToken(next.path("accessToken").asText()));
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record a join core.session s on s.id = a.subject_id"
                                + " where s.account_id = ? and a.action = 'platform.session.refresh'"
                                + " and a.outcome = 'refused'",
                        writer.account()))
                .isEqualTo(1);
    }

    @Test
    void a_refresh_token_nobody_gave_out_is_refused(Tongban tongban) {
        assertThat(refreshed(tongban, "a".repeat(43)).code()).isEqualTo("refresh-refused");
    }

    @Test
    @Tag("RL-7")
    void a_sign_out_ends_the_session_and_no_other(Tongban tongban) {
        var writer = People.writer(tongban);
        var second = People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                .json();
        assertThat(writer.api().delete(SESSIONS + "/current").status()).isEqualTo(204);
        awaitRefused(writer.api());
        assertThat(refreshed(tongban, writer.refreshToken()).status()).isEqualTo(401);
        assertThat(tongban.withToken(second.path("accessToken").asText())
                        .get(ME)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-24b")
    void a_wrong_present_password_changes_nothing(Tongban tongban) {
        var writer = People.writer(tongban);
        var refused = changed(writer.api(), NEXT, NEXT + "-more");
        assertProblem(refused, 422, "password-wrong", ME + "/password");
        assertThat(refused.violations()).containsExactly("/currentPassword wrong");
        assertThat(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("CO-21")
    void a_new_password_that_breaks_the_realms_rule_is_refused_with_all_reasons(Tongban tongban) {
        var refused = changed(People.writer(tongban).api(), People.PASSWORD, "abc");
        assertProblem(refused, 422, "password-refused", ME + "/password");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("/newPassword too-short", "/newPassword too-few-classes");
    }

    @Test
    @Tag("CO-24b")
    void a_changed_password_ends_all_sessions_and_opens_one(Tongban tongban) {
        var writer = People.writer(tongban);
        var other = People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                .json();
        var done = changed(writer.api(), People.PASSWORD, NEXT);
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        awaitRefused(writer.api());
        awaitRefused(tongban.withToken(other.path("accessToken").asText()));
        assertThat(tongban.withToken(done.json().path("accessToken").asText())
                        .get(ME)
                        .status())
                .isEqualTo(200);
        assertThat(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(People.signIn(tongban, writer.realm(), writer.login(), NEXT).status())
                .isEqualTo(201);
    }

    @Test
    @Tag("CO-23")
    void who_has_to_change_the_password_may_do_nothing_else(Tongban tongban) {
        var newcomer = People.newcomer(tongban);
        assertThat(newcomer.tokens().path("mustChangePassword").asBoolean()).isTrue();
        assertThat(newcomer.api().get(ME).json().path("mustChangePassword").asBoolean())
                .isTrue();
        assertThat(newcomer.api().get(Notes.PATH).status()).isEqualTo(403);
        assertThat(newcomer.api()
                        .get("/api/platform/v1/files/" + newcomer.account())
                        .status())
                .isEqualTo(403);
        var changed = changed(newcomer.api(), People.PASSWORD, NEXT).json();
        assertThat(changed.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(tongban.withToken(changed.path("accessToken").asText())
                        .get(Notes.PATH)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-28")
    void a_missing_permission_is_forbidden(Tongban tongban) {
        assertProblem(
                People.writer(tongban).api().get("/api/platform/v1/reviews"),
                403,
                "forbidden",
                "/api/platform/v1/reviews");
    }
}
