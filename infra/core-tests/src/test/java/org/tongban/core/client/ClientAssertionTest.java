package org.tongban.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** Clients that prove who they are by an assertion they signed (CO-27, RFC 7523). */
@TongbanTest
@Tag("CO-27")
class ClientAssertionTest {
    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String how, Portal portal, String assertion) {
        var answer = portal.ask(assertion);
        assertThat(answer.status()).as(how + ": " + answer).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).as(how).isEqualTo("invalid_client");
    }

    @Test
    void an_assertion_gives_a_token_by_issuer_or_endpoint_as_audience_and_any_fit_type(Tongban tongban) {
        var portal = Portal.withKey(tongban, "platform:operate");
        var issuer = portal.claims().build().getAudience().getFirst();
        var accepted = List.of(
                portal.assertion(portal.claims()),
                portal.assertion(portal.claims().audience(issuer + "/oauth2/token")),
                portal.assertion(portal.claims().audience(List.of(issuer, issuer + "/oauth2/token"))),
                Portal.signed(
                        portal.header().type(new JOSEObjectType("client-authentication+jwt")),
                        portal.claims(),
                        portal.key()),
                Portal.signed(new JWSHeader.Builder(JWSAlgorithm.ES256), portal.claims(), portal.key()));
        for (var assertion : accepted) {
            var answer = portal.ask(assertion);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json().path("scope").asText()).isEqualTo("platform:operate");
        }
        var revoked = Portal.asserted(portal.assertion(portal.claims()));
        revoked.put("token", portal.token());
        assertThat(Portal.send(tongban.anonymous(), Portal.REVOKE, revoked).status())
                .isEqualTo(200);
    }

    @Test
    void an_assertion_is_taken_once_also_where_it_is_sent_at_the_same_time(Tongban tongban) throws Exception {
        var portal = Portal.withKey(tongban);
        var assertion = portal.assertion(portal.claims());
        Callable<Integer> ask = () -> portal.ask(assertion).status();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var answer : threads.invokeAll(Collections.nCopies(20, ask))) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(200).hasSize(20);
        assertThat(Set.copyOf(statuses)).containsExactlyInAnyOrder(200, 401);
        assertRefused("once more", portal, assertion);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where subject_id = ?"
                                + " and digest ->> 'reason' = 'assertion-replayed'",
                        portal.id()))
                .isEqualTo(20);
    }

    @Test
    void two_clients_may_use_the_same_id_of_an_assertion(Tongban tongban) {
        var first = Portal.withKey(tongban);
        var second = Portal.withKey(tongban);
        var jti = UUID.randomUUID().toString();
        assertThat(first.ask(first.assertion(first.claims().jwtID(jti))).status())
                .isEqualTo(200);
        assertThat(second.ask(second.assertion(second.claims().jwtID(jti))).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("RL-7")
    void forged_and_stale_assertions_are_refused(Tongban tongban) throws Exception {
        var portal = Portal.withKey(tongban);
        var other = Portal.withKey(tongban);
        var now = Instant.now();
        var forged = new LinkedHashMap<String, String>();
        forged.put("expired", portal.assertion(portal.claims().expirationTime(Date.from(now.minusSeconds(120)))));
        forged.put("far ahead", portal.assertion(portal.claims().expirationTime(Date.from(now.plusSeconds(3600)))));
        forged.put("no exp", portal.assertion(portal.claims().expirationTime(null)));
        forged.put("not yet", portal.assertion(portal.claims().notBeforeTime(Date.from(now.plusSeconds(300)))));
        forged.put("from tomorrow", portal.assertion(portal.claims().issueTime(Date.from(now.plusSeconds(86_400)))));
        forged.put("no jti", portal.assertion(portal.claims().jwtID(null)));
        forged.put("empty jti", portal.assertion(portal.claims().jwtID("")));
        forged.put("endless jti", portal.assertion(portal.claims().jwtID("x".repeat(200))));
        forged.put("foreign audience", portal.assertion(portal.claims().audience("https://elsewhere.example")));
        forged.put(
                "for somebody else too",
                portal.assertion(portal.claims()
                        .audience(List.of(
                                portal.claims().build().getAudience().getFirst(), "https://elsewhere.example"))));
        forged.put("no audience", portal.assertion(portal.claims().audience((String) null)));
        forged.put(
                "another issuer",
                portal.assertion(portal.claims().issuer(other.id().toString())));
        forged.put("no issuer", portal.assertion(portal.claims().issuer(null)));
        forged.put(
                "another subject",
                portal.assertion(portal.claims().subject(other.id().toString())));
        forged.put("no subject", portal.assertion(portal.claims().subject(null)));
        forged.put("of no client", portal.assertion(portal.claims().subject("x").issuer("x")));
        forged.put("signed by another client", Portal.signed(portal.header(), portal.claims(), other.key()));
        var own = Portal.newKey(portal.key().getKeyID());
        forged.put("own key under the client's kid", Portal.signed(portal.header(), portal.claims(), own));
        headers(forged, portal, own);
        shapes(forged, portal);
        assertThat(forged).hasSizeGreaterThan(25);
        forged.forEach((how, assertion) -> assertRefused(how, portal, assertion));
    }

    private static void headers(Map<String, String> forged, Portal portal, ECKey own) throws Exception {
        forged.put("unknown kid", Portal.signed(portal.header().keyID("second"), portal.claims(), portal.key()));
        forged.put("key in the header", Portal.signed(portal.header().jwk(own.toPublicJWK()), portal.claims(), own));
        forged.put(
                "its own key in the header",
                Portal.signed(portal.header().jwk(portal.key().toPublicJWK()), portal.claims(), portal.key()));
        forged.put("jku", Portal.signed(portal.header().jwkURL(URI.create("https://e.example")), portal.claims(), own));
        forged.put("crit", Portal.signed(portal.header().criticalParams(Set.of("exp")), portal.claims(), portal.key()));
        forged.put(
                "an access token's type",
                Portal.signed(portal.header().type(new JOSEObjectType("at+jwt")), portal.claims(), portal.key()));
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(portal.key().getKeyID())
                        .build(),
                portal.claims().build());
        symmetric.sign(new MACSigner(portal.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        forged.put("the public key as a shared secret", symmetric.serialize());
    }

    private static void shapes(Map<String, String> forged, Portal portal) {
        var good = portal.assertion(portal.claims());
        var parts = good.split("\\.");
        forged.put("unsigned", part("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forged.put("unsigned in odd spelling", part("{\"alg\":\"nOnE\"}") + "." + parts[1] + ".");
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put("a signature of zeros", parts[0] + "." + parts[1] + "." + part("\0".repeat(64)));
        forged.put("100 kB", portal.assertion(portal.claims().claim("x", "x".repeat(100_000))));
        forged.put("not a token", "a.b.c");
        forged.put("its own access token", portal.token());
    }

    @Test
    void a_client_with_keys_has_no_secret_and_one_with_a_secret_signs_nothing(Tongban tongban) {
        var portal = Portal.withSecret(tongban);
        assertRefused("no keys", portal, portal.assertion(portal.claims()));
        var fields = Portal.asserted("a.b.c");
        fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
        var answer = Portal.send(tongban.anonymous(), Portal.TOKEN, fields);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
    }
}
