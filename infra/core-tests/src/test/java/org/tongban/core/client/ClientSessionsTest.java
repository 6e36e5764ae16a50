package org.tongban.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.client.Portal.REVOKE;
import static org.tongban.core.client.Portal.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Users who sign in by a client: what they do is done by it, and it may end their sessions (CO-27). */
@TongbanTest
@Tag("CO-27")
class ClientSessionsTest {
    private static final String ME = "/api/platform/v1/me";
    private static final String MODULES = "/api/platform/v1/modules";

    private static JsonNode signedInBy(Tongban tongban, String token, People.Person person) {
        var answer = signIn(tongban, token, person);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static Answer signIn(Tongban tongban, String token, People.Person person) {
        return tongban.withToken(token)
                .post(
                        "/api/platform/v1/sessions",
                        Api.json("{'realm': '%s', 'login': '%s', 'password': '%s'}"
                                .formatted(person.realm(), person.login(), People.PASSWORD)));
    }

    private static Answer refreshed(Tongban tongban, JsonNode session) {
        return tongban.anonymous()
                .post(
                        "/api/platform/v1/sessions/refresh",
                        Api.json("{'refreshToken': '%s'}"
                                .formatted(session.path("refreshToken").asText())));
    }

    private static void bind(Tongban tongban, Portal portal, String networks) {
        var admin = tongban.as("admin");
        var bound = admin.with("If-Match", admin.get(portal.path()).etag())
                .put(portal.path(), Api.json("{'name': 'Portal', 'scopes': [], 'networks': %s}".formatted(networks)));
        assertThat(bound.status()).as(bound.toString()).isEqualTo(200);
    }

    @Test
    @Tag("CO-55")
    void a_user_who_signs_in_by_a_client_does_so_in_its_name_over_the_next_tokens_too(Tongban tongban)
            throws Exception {
        var portal = Portal.withSecret(tongban);
        var writer = People.writer(tongban);
        var session = signedInBy(tongban, portal.token(), writer);
        var renewed = refreshed(tongban, session);
        for (var tokens : List.of(session, renewed.json())) {
            var token = tokens.path("accessToken").asText();
            var claims = SignedJWT.parse(token).getJWTClaimsSet();
            assertThat(claims.getStringClaim("client_id")).isEqualTo(portal.id().toString());
            assertThat(claims.getSubject()).isEqualTo(writer.account().toString());
            var note = tongban.withToken(token).post(Notes.PATH, Notes.body("by a portal"));
            assertThat(note.status()).isEqualTo(201);
        }
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record"
                                + " where client = ? and account = ? and action = 'trial.note.create'",
                        portal.id(),
                        writer.account()))
                .isEqualTo(2);
    }

    @Test
    @Tag("RL-7")
    void a_client_ends_the_session_of_a_user_who_signed_in_by_it_and_of_no_other(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var writer = People.writer(tongban);
        var session = signedInBy(tongban, portal.token(), writer);
        var token = session.path("accessToken").asText();
        var api = portal.basic(portal.secret());
        assertThat(send(api, REVOKE, Map.of("token", writer.refreshToken())).status())
                .isEqualTo(200);
        assertThat(send(
                                api,
                                REVOKE,
                                Map.of("token", session.path("refreshToken").asText()))
                        .status())
                .isEqualTo(200);
        await().until(() -> tongban.withToken(token).get(ME).status() == 401);
        assertThat(writer.api().get(ME).status()).isEqualTo(200);
        var other =
                signedInBy(tongban, portal.token(), writer).path("accessToken").asText();
        assertThat(send(api, REVOKE, Map.of("token", other)).status()).isEqualTo(200);
        await().until(() -> tongban.withToken(other).get(ME).status() == 401);
    }

    @Test
    @Tag("RL-7")
    void a_disabled_client_takes_its_users_sessions_with_it_and_enabling_revives_none(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var writer = People.writer(tongban);
        var token = portal.token();
        var session = signedInBy(tongban, token, writer);
        var user = tongban.withToken(session.path("accessToken").asText());
        assertThat(user.get(ME).status()).isEqualTo(200);
        assertThat(tongban.as("admin").post(portal.path() + "/disable").status())
                .isEqualTo(200);
        assertThat(refreshed(tongban, session).code()).isEqualTo("refresh-refused");
        // Whether this node has heard of it or not.
        assertThat(signIn(tongban, token, writer).status()).isEqualTo(401);
        await().until(() -> user.get(ME).status() == 401);
        assertThat(tongban.as("admin").post(portal.path() + "/enable").status()).isEqualTo(200);
        var next = portal.token();
        await().until(() -> tongban.withToken(next).get(MODULES).status() == 200);
        assertThat(user.get(ME).code()).isEqualTo("token-invalid");
        assertThat(refreshed(tongban, session).code()).isEqualTo("refresh-refused");
        assertThat(writer.api().get(ME + "/sessions").json().path("items")).hasSize(1);
    }

    @Test
    @Tag("RL-7")
    void the_tokens_of_a_bound_clients_users_count_nowhere_else(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var writer = People.writer(tongban);
        var session = signedInBy(tongban, portal.token(), writer);
        var user = tongban.withToken(session.path("accessToken").asText());
        bind(tongban, portal, "['127.0.0.0/8']");
        assertThat(user.get(ME).status()).isEqualTo(200);
        bind(tongban, portal, "['192.0.2.0/24', '2001:db8::/32']");
        await().until(() -> user.get(ME).status() == 401);
        assertThat(user.get(ME).code()).isEqualTo("token-invalid");
        assertThat(refreshed(tongban, session).code()).isEqualTo("refresh-refused");
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record a join core.session s on s.id = a.subject_id"
                                + " where s.client_id = ? and a.action = 'platform.session.refresh'"
                                + " and a.outcome = 'refused'",
                        portal.id()))
                .isEqualTo(1);
        // Who is in the wrong place uses up nothing.
        bind(tongban, portal, "['127.0.0.1']");
        await().until(() -> user.get(ME).status() == 200);
        assertThat(refreshed(tongban, session).status()).isEqualTo(200);
    }
}
