package org.tongban.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.client.Portal.CLIENTS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.web.ClientCaller;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Administrators set clients up, and what they change takes effect (CO-27). */
@TongbanTest
@Tag("CO-27")
class ClientsTest {
    private static final String MODULES = "/api/platform/v1/modules";

    private static Answer changed(Tongban tongban, Portal portal, String scopes, String networks) {
        var admin = tongban.as("admin");
        return admin.with("If-Match", admin.get(portal.path()).etag())
                .put(
                        portal.path(),
                        Api.json("{'name': 'Portal', 'scopes': %s, 'networks': %s}".formatted(scopes, networks)));
    }

    private static void awaitRefused(Tongban tongban, String token) {
        await().until(() -> tongban.withToken(token).get(MODULES).status() == 401);
    }

    @Test
    @Tag("RL-12")
    void a_secret_is_shown_once_and_stands_nowhere(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate");
        assertThat(portal.secret()).matches("tbs_[A-Za-z0-9_-]{43}");
        var shown = tongban.as("admin").get(portal.path());
        assertThat(shown.json().has("secret")).isFalse();
        assertThat(shown.text()).doesNotContain(portal.secret());
        assertThat(Rows.of(tongban, "select * from core.client where id = ?", portal.id())
                        .toString())
                .doesNotContain(portal.secret());
        assertThat(Rows.of(tongban, "select * from core.audit_record where subject_id = ?", portal.id()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain(portal.secret()));
    }

    @Test
    @Tag("CO-12")
    void a_key_of_idempotency_keeps_no_secret(Tongban tongban) {
        var admin = tongban.as("admin").with("Idempotency-Key", "client-" + UUID.randomUUID());
        var body = Api.json("{'name': 'Twice', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': []}");
        var first = admin.post(CLIENTS, body);
        var second = admin.post(CLIENTS, body);
        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.idempotency_key where convert_from(body, 'UTF8') like '%tbs_%'"))
                .isZero();
    }

    @Test
    void a_new_secret_ends_the_old_one_and_the_tokens_got_by_it(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var token = portal.token();
        var renewed = tongban.as("admin").post(portal.path() + "/secret");
        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        assertThat(portal.ask().status()).isEqualTo(401);
        awaitRefused(tongban, token);
        var next =
                new Portal(tongban, portal.id(), renewed.json().path("secret").asText(), portal.key());
        assertThat(tongban.withToken(next.token()).get(MODULES).status()).isEqualTo(200);
        var signing = Portal.withKey(tongban);
        assertThat(tongban.as("admin").post(signing.path() + "/secret").code()).isEqualTo("client-has-no-secret");
    }

    @Test
    @Tag("RL-7")
    void a_disabled_client_and_its_tokens_are_refused_and_enabling_revives_none(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var token = portal.token();
        assertThat(tongban.withToken(token).get(MODULES).status()).isEqualTo(200);
        assertThat(tongban.as("admin")
                        .post(portal.path() + "/disable")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("disabled");
        awaitRefused(tongban, token);
        assertThat(portal.ask().json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(tongban.as("admin").post(portal.path() + "/enable").status()).isEqualTo(200);
        var next = portal.token();
        await().until(() -> tongban.withToken(next).get(MODULES).status() == 200);
        assertThat(tongban.withToken(token).get(MODULES).status()).isEqualTo(401);
    }

    @Test
    @Tag("RL-7")
    @Tag("CO-28")
    void a_scope_that_is_taken_away_is_gone_from_its_tokens(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate");
        var token = portal.token();
        assertThat(changed(tongban, portal, "['platform:import']", "[]").status())
                .isEqualTo(200);
        awaitRefused(tongban, token);
        assertThat(portal.ask().json().path("scope").asText()).isEqualTo("platform:import");
    }

    @Test
    void a_client_bound_to_networks_calls_from_nowhere_else(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var token = portal.token();
        assertThat(changed(tongban, portal, "[]", "['192.0.2.0/24', '2001:db8::/32']")
                        .status())
                .isEqualTo(200);
        awaitRefused(tongban, token);
        var refused = portal.ask();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(changed(tongban, portal, "[]", "['192.0.2.0/24', '127.0.0.0/8']")
                        .status())
                .isEqualTo(200);
        var bound = portal.token();
        await().until(() -> tongban.withToken(bound).get(MODULES).status() == 200);
        var admission = tongban.context().getBean(ClientAdmission.class);
        assertThat(admission.admits(portal.id(), "198.51.100.1")).isFalse();
    }

    @Test
    @Tag("RL-7")
    void a_client_of_which_a_node_has_not_heard_is_bound_there_all_the_same(Tongban tongban) {
        var made = tongban.as("admin").post(CLIENTS, Api.json("""
            {'name': 'P', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': ['192.0.2.0/24']}\
            """));
        var id = UUID.fromString(made.json().path("id").asText());
        assertThat(tongban.withToken(tokenOf(tongban, id)).get(MODULES).code()).isEqualTo("token-invalid");
        var admission = tongban.context().getBean(ClientAdmission.class);
        assertThat(admission.admits(id, "192.0.2.7")).isTrue();
        assertThat(tongban.withToken(tokenOf(tongban, UUID.randomUUID()))
                        .get(MODULES)
                        .code())
                .isEqualTo("token-invalid");
    }

    private static String tokenOf(Tongban tongban, UUID client) {
        var caller = new ClientCaller(client, UUID.randomUUID(), Set.of());
        return tongban.context().getBean(AccessTokens.class).issue(caller, 0).value();
    }

    @Test
    void what_a_client_cannot_be_is_told_all_at_once(Tongban tongban) {
        var body = Api.json("""
            {'name': 'Portal', 'authentication': 'private_key_jwt', 'scopes': ['trial:own', 'platform:clients', 'no:such'],
             'networks': ['10.0.0.0/33', 'example.org', '10.1.2.3'],
             'jwks': {'keys': [{'kty': 'EC', 'crv': 'P-256', 'kid': 'a', 'x': '%1$s', 'y': '%2$s'},
                               {'kty': 'RSA', 'kid': 'a', 'n': 'AQAB', 'e': 'AQAB'}]}}\
            """.formatted(Portal.newKey("a").getX(), "AAAA"));
        var refused = tongban.as("admin").post(CLIENTS, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("client-refused");
        assertThat(refused.violations())
                .contains(
                        "/scopes/1 not-grantable",
                        "/scopes/2 not-grantable",
                        "/networks/0 not-a-network",
                        "/networks/1 not-a-network")
                .anyMatch(violation -> violation.startsWith("/jwks"))
                .noneMatch(violation -> violation.startsWith("/networks/2") || violation.startsWith("/scopes/0"));
    }

    @Test
    void keys_are_public_long_enough_and_told_apart(Tongban tongban) {
        var key = Portal.newKey("a");
        var good = Portal.publicPart(key);
        var weak = "{'kty': 'RSA', 'kid': 'b', 'n': '%s', 'e': 'AQAB'}".formatted("u".repeat(171));
        for (var refusal : Map.of(
                        "[%s, %s]".formatted(good, good), "/jwks/keys/1/kid not-unique",
                        "[%s, %s]".formatted(good, weak), "/jwks/keys/1 not-a-usable-key")
                .entrySet()) {
            var refused = tongban.as("admin").post(CLIENTS, Api.json("""
                {'name': 'Portal', 'authentication': 'private_key_jwt', 'scopes': [], 'networks': [],
                 'jwks': {'keys': %s}}\
                """.formatted(refusal.getKey())));
            assertThat(refused.violations()).containsExactly(refusal.getValue());
        }
        var secret = good.replace("}", ", 'd': '%s'}".formatted(key.getD()));
        for (var body : List.of(
                "{'name': 'P', 'authentication': 'private_key_jwt', 'scopes': [], 'networks': [], 'jwks': {'keys': [%s]}}"
                        .formatted(secret),
                "{'name': 'P', 'authentication': 'none', 'scopes': [], 'networks': []}",
                "{'name': '', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': []}",
                "{'name': 'P', 'authentication': 'client_secret_basic'}")) {
            assertThat(tongban.as("admin").post(CLIENTS, Api.json(body)).status())
                    .as(body)
                    .isEqualTo(400);
        }
        var none = tongban.as("admin")
                .post(
                        CLIENTS,
                        Api.json("{'name': 'P', 'authentication': 'private_key_jwt', 'scopes': [], 'networks': []}"));
        assertThat(none.violations()).containsExactly("/jwks required");
    }

    @Test
    @Tag("CO-12")
    void a_change_needs_the_version_that_was_read(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        var admin = tongban.as("admin");
        var body = Api.json("{'name': 'Other', 'scopes': [], 'networks': []}");
        assertThat(admin.put(portal.path(), body).status()).isEqualTo(428);
        var etag = admin.get(portal.path()).etag();
        assertThat(admin.with("If-Match", etag).put(portal.path(), body).status())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", etag).put(portal.path(), body).status())
                .isEqualTo(412);
    }

    @Test
    @Tag("CO-28")
    void only_who_may_administer_clients_does(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:operate");
        for (var api :
                List.of(tongban.as("reviewer"), People.writer(tongban).api(), tongban.withToken(portal.token()))) {
            assertThat(api.get(CLIENTS).status()).isEqualTo(403);
            assertThat(api.get(portal.path()).status()).isEqualTo(403);
            assertThat(api.post(portal.path() + "/secret").status()).isEqualTo(403);
            assertThat(api.post(portal.path() + "/disable").status()).isEqualTo(403);
        }
        assertThat(tongban.anonymous().get(CLIENTS).status()).isEqualTo(401);
        assertThat(tongban.as("admin").get(CLIENTS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-11")
    void clients_are_listed_newest_first(Tongban tongban) {
        var older = Portal.withSecret(tongban);
        var newer = Portal.withSecret(tongban);
        var page = tongban.as("admin").get(CLIENTS + "?limit=2").json();
        assertThat(page.path("items"))
                .extracting(item -> item.path("id").asText())
                .containsExactly(newer.id().toString(), older.id().toString());
        assertThat(page.path("items").toString()).doesNotContain("secret\"");
    }

    @Test
    @Tag("CO-55")
    void each_step_of_administration_leaves_a_record(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        tongban.as("admin").post(portal.path() + "/secret");
        changed(tongban, portal, "['trial:own']", "[]");
        tongban.as("admin").post(portal.path() + "/disable");
        tongban.as("admin").post(portal.path() + "/enable");
        assertThat(Rows.of(
                        tongban, "select action from core.audit_record where subject_id = ? order by id", portal.id()))
                .extracting(row -> row.get("action"))
                .containsExactly(
                        "platform.client.create",
                        "platform.client.renew-secret",
                        "platform.client.change",
                        "platform.client.disable",
                        "platform.client.enable");
    }
}
