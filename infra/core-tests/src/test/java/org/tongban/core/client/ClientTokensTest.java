package org.tongban.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.client.Portal.REVOKE;
import static org.tongban.core.client.Portal.TOKEN;
import static org.tongban.core.client.Portal.send;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Clients' own tokens by their secrets, what these permit, and how they end (CO-27). */
@TongbanTest
@Tag("CO-27")
class ClientTokensTest {
    private static final String ME = "/api/platform/v1/me";
    private static final String MODULES = "/api/platform/v1/modules";
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private static void assertRefused(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        }
    }

    private static long records(Tongban tongban, UUID subject, String action, String outcome) {
        return Rows.count(
                tongban,
                "select count(*) from core.audit_record where subject_id = ? and action = ? and outcome = ?",
                subject,
                action,
                outcome);
    }

    @Test
    void a_secret_gives_a_token_that_says_whose_it_is(Tongban tongban) throws Exception {
        var portal = Portal.withSecret(tongban, "platform:operate", "platform:import");

        var answer = portal.ask();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.json().path("scope").asText()).isEqualTo("platform:import platform:operate");
        var token = SignedJWT.parse(answer.json().path("access_token").asText());
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(portal.id().toString());
        assertThat(claims.getStringClaim("client_id")).isEqualTo(portal.id().toString());
        assertThat(claims.getAudience()).containsExactly(claims.getIssuer());
        assertThat(claims.getClaims()).doesNotContainKeys("realm", "sid", "org", "person");
        var keys =
                JWKSet.parse(tongban.anonymous().get("/.well-known/jwks.json").text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(records(tongban, portal.id(), "platform.client.token", "done"))
                .isEqualTo(1);
    }

    @Test
    void a_client_gets_the_scopes_it_asks_for_and_no_other(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate", "platform:import");
        var api = portal.basic(portal.secret());
        var less = send(api, TOKEN, Map.of("grant_type", "client_credentials", "scope", "platform:import"));
        assertThat(less.json().path("scope").asText()).isEqualTo("platform:import");
        for (var scope : List.of("trial:review", "platform:import trial:review", "no-such", "platform:clients", " ")) {
            assertRefused(
                    send(api, TOKEN, Map.of("grant_type", "client_credentials", "scope", scope)), 400, "invalid_scope");
        }
    }

    @Test
    void other_grants_and_half_requests_are_refused_as_oauth_says(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var api = portal.basic(portal.secret());
        assertRefused(send(api, TOKEN, Map.of("scope", "")), 400, "invalid_request");
        for (var grant : List.of("password", "authorization_code", "refresh_token", "CLIENT_CREDENTIALS")) {
            assertRefused(send(api, TOKEN, Map.of("grant_type", grant)), 400, "unsupported_grant_type");
        }
        var twice = "grant_type=client_credentials&grant_type=client_credentials";
        for (var body : List.of(twice, "grant_type=%zz", "grant_type=\u00ff%")) {
            assertRefused(
                    api.bytes(
                            "POST",
                            TOKEN,
                            body.getBytes(StandardCharsets.ISO_8859_1),
                            "application/x-www-form-urlencoded"),
                    400,
                    "invalid_request");
        }
        assertThat(api.json("POST", TOKEN, "{}").status()).isEqualTo(415);
        assertThat(send(api, TOKEN, Map.of("grant_type", "client_credentials", "unknown", "ignored"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("RL-10")
    void who_is_not_the_client_gets_one_answer_for_every_reason(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var wrong = send(portal.basic("wrong"), TOKEN, GRANT);
        assertRefused(wrong, 401, "invalid_client");
        var stranger = new Portal(tongban, UUID.randomUUID(), "x", portal.key());
        var signing = Portal.withKey(tongban);
        for (var other : List.of(
                send(stranger.basic("wrong"), TOKEN, GRANT),
                send(signing.basic("wrong"), TOKEN, GRANT),
                send(tongban.anonymous(), TOKEN, GRANT))) {
            assertRefused(other, 401, "invalid_client");
            assertThat(other.text()).isEqualTo(wrong.text());
        }
        assertThat(records(tongban, portal.id(), "platform.client.token", "refused"))
                .isEqualTo(1);
    }

    @Test
    void a_secret_counts_only_in_the_header_and_beside_nothing_else(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var inBody = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                portal.id().toString(),
                "client_secret",
                portal.secret());
        assertRefused(send(tongban.anonymous(), TOKEN, inBody), 401, "invalid_client");
        var both = Portal.asserted("a.b.c");
        assertRefused(send(portal.basic(portal.secret()), TOKEN, both), 400, "invalid_request");
        var named = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                UUID.randomUUID().toString());
        assertRefused(send(portal.basic(portal.secret()), TOKEN, named), 401, "invalid_client");
        for (var header : List.of(
                "Basic !!!",
                "Basic " + Base64.getEncoder().encodeToString("no-colon".getBytes(StandardCharsets.UTF_8)),
                "Bearer x",
                "Basic")) {
            assertRefused(send(tongban.anonymous().with("Authorization", header), TOKEN, GRANT), 401, "invalid_client");
        }
    }

    @Test
    @Tag("CO-28")
    void a_client_does_what_its_scopes_permit_and_nothing_that_takes_an_account(Tongban tongban) {
        var operator =
                tongban.withToken(Portal.withSecret(tongban, "platform:operate").token());
        var bare = tongban.withToken(Portal.withSecret(tongban).token());
        assertThat(operator.get(MODULES).json().at("/items/0/migration").isObject())
                .isTrue();
        assertThat(bare.get(MODULES).json().at("/items/0").has("migration")).isFalse();
        for (var api : List.of(operator, bare)) {
            for (var path : List.of(ME, "/api/platform/v1/clients", Notes.PATH, "/api/platform/v1/me/agreements")) {
                var refused = api.get(path);
                assertThat(refused.status()).as(path).isEqualTo(403);
                assertThat(refused.code()).isEqualTo("forbidden");
            }
            assertThat(api.delete("/api/platform/v1/sessions/current").status()).isEqualTo(403);
        }
        var owner = tongban.withToken(Portal.withSecret(tongban, "trial:own").token());
        assertThat(owner.post(Notes.PATH, Notes.body("a")).status()).isEqualTo(403);
        assertThat(owner.get(Notes.PATH).status()).isEqualTo(403);
        assertThat(owner.get(Notes.PATH + "/" + UUID.randomUUID()).status()).isEqualTo(403);
    }

    @Test
    @Tag("CO-55")
    void what_a_client_does_is_recorded_as_done_by_it(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate");
        var api = tongban.withToken(portal.token());
        var moved = api.put("/api/platform/v1/dev/clock", Api.json("{'businessTime': '2026-11-20T10:00:00+08:00'}"));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(Rows.of(
                        tongban, "select account, realm, action from core.audit_record where client = ?", portal.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("action", "platform.clock.move");
                    assertThat(row.get("account")).isNull();
                    assertThat(row.get("realm")).isNull();
                });
    }

    @Test
    @Tag("RL-7")
    void a_token_that_its_client_revokes_is_refused_and_the_others_go_on(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate");
        var ended = portal.token();
        var stays = portal.token();
        var answer = send(portal.basic(portal.secret()), REVOKE, Map.of("token", ended, "token_type_hint", "x"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        await().until(() -> tongban.withToken(ended).get(MODULES).status() == 401);
        assertThat(tongban.withToken(stays).get(MODULES).status()).isEqualTo(200);
        assertThat(send(portal.basic(portal.secret()), REVOKE, Map.of("token", ended))
                        .status())
                .isEqualTo(200);
        assertThat(records(tongban, portal.id(), "platform.client.revoke", "done"))
                .isEqualTo(2);
    }

    @Test
    void a_client_ends_no_token_of_another_nor_of_an_account(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var other = Portal.withSecret(tongban).token();
        var writer = People.writer(tongban);
        for (var token : List.of(other, writer.token())) {
            assertRefused(send(portal.basic(portal.secret()), REVOKE, Map.of("token", token)), 400, "invalid_grant");
        }
        assertThat(writer.api().get(ME).status()).isEqualTo(200);
        assertRefused(send(portal.basic(portal.secret()), REVOKE, Map.of("x", "y")), 400, "invalid_request");
        assertRefused(send(tongban.anonymous(), REVOKE, Map.of("token", other)), 401, "invalid_client");
        assertThat(send(portal.basic(portal.secret()), REVOKE, Map.of("token", "not a token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_metadata_says_where_and_how(Tongban tongban) {
        var metadata = tongban.anonymous()
                .get("/.well-known/oauth-authorization-server")
                .json();
        var issuer = metadata.path("issuer").asText();
        assertThat(metadata.path("token_endpoint").asText()).isEqualTo(issuer + TOKEN);
        assertThat(metadata.path("revocation_endpoint").asText()).isEqualTo(issuer + REVOKE);
        assertThat(metadata.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(metadata.path("response_types_supported").toString()).isEqualTo("[]");
        for (var endpoint : List.of("token", "revocation")) {
            assertThat(metadata.path(endpoint + "_endpoint_auth_methods_supported")
                            .toString())
                    .isEqualTo("[\"client_secret_basic\",\"private_key_jwt\"]");
            assertThat(metadata.path(endpoint + "_endpoint_auth_signing_alg_values_supported")
                            .toString())
                    .isEqualTo("[\"ES256\",\"PS256\",\"RS256\"]");
        }
    }
}
