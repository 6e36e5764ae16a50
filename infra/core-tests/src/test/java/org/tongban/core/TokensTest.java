package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** Tokens over HTTP: what the platform signed is taken, and nothing else (CO-26). */
@TongbanTest
@Tag("CO-26")
class TokensTest {
    private static final String ME = "/api/platform/v1/me";

    private static JWKSet published(Tongban tongban) throws Exception {
        return JWKSet.parse(tongban.anonymous().get("/.well-known/jwks.json").text());
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    @Test
    void the_published_keys_verify_a_token_and_hold_no_private_part(Tongban tongban) throws Exception {
        var token = SignedJWT.parse(People.writer(tongban).token());
        var keys = published(tongban);
        assertThat(keys.getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(key.getCurve()).isEqualTo(Curve.P_256);
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void a_token_names_issuer_audience_subject_and_scope(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var token = SignedJWT.parse(writer.token());
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(claims.getSubject()).isEqualTo(writer.account().toString());
        assertThat(claims.getAudience()).containsExactly(claims.getIssuer());
        assertThat(claims.getStringClaim("realm")).isEqualTo("trial");
        assertThat(claims.getStringClaim("scope")).isEqualTo("trial:own");
        assertThat(claims.getJWTID()).isNotBlank();
        var seconds = token.getPayload().toJSONObject();
        assertThat((Long) seconds.get("exp") - (Long) seconds.get("iat")).isEqualTo(900);
    }

    @Test
    void the_issuer_describes_itself(Tongban tongban) {
        var metadata = tongban.anonymous()
                .get("/.well-known/oauth-authorization-server")
                .json();
        assertThat(metadata.path("jwks_uri").asText())
                .isEqualTo(metadata.path("issuer").asText() + "/.well-known/jwks.json");
    }

    @Test
    @Tag("RL-7")
    void forged_tokens_are_refused(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        assertThat(writer.api().get(ME).status()).isEqualTo(200);
        forged(tongban, writer).forEach((how, token) -> {
            var answer = tongban.withToken(token).get(ME);
            assertThat(answer.status()).as(how).isEqualTo(401);
            assertThat(answer.code()).as(how).isEqualTo("token-invalid");
            assertThat(answer.header("WWW-Authenticate")).as(how).isEqualTo("Bearer error=\"invalid_token\"");
        });
    }

    private static Map<String, String> forged(Tongban tongban, People.Person writer) throws Exception {
        var token = SignedJWT.parse(writer.token());
        var header = token.getHeader();
        var claims = token.getJWTClaimsSet();
        var parts = writer.token().split("\\.");
        var key = published(tongban).getKeyByKeyId(header.getKeyID()).toECKey();
        var own = new ECKeyGenerator(Curve.P_256).keyID(header.getKeyID()).generate();
        var forged = new LinkedHashMap<String, String>();
        forged.put("unsigned", part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        forged.put("unsigned in odd spelling", part("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        forged.put("the same signature's twin", parts[0] + "." + parts[1] + "." + twin(parts[2]));
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put("a signature of zeros", parts[0] + "." + parts[1] + "." + part("\0".repeat(64)));
        forged.put(
                "more rights",
                parts[0] + "."
                        + part(token.getPayload().toString().replace("trial:own", "platform:operate")) + "."
                        + parts[2]);
        forged.put("a key of one's own under a known id", signed(header, claims, own));
        forged.put(
                "a key of one's own in the header",
                signed(new JWSHeader.Builder(header).jwk(own.toPublicJWK()).build(), claims, own));
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(header.getKeyID())
                        .type(header.getType())
                        .build(),
                claims);
        symmetric.sign(new MACSigner(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
        forged.put("the public key as a shared secret", symmetric.serialize());
        forged.put("a refresh token", writer.refreshToken());
        forged.put("a very long one", "a".repeat(10_000));
        forged.put("nothing much", "a.b.c");
        return forged;
    }

    /** Of a signature (r, s) the other, (r, n − s), which verifies alike. */
    private static String twin(String signature) {
        var bytes = Base64.getUrlDecoder().decode(signature);
        var order = Curve.P_256.toECParameterSpec().getOrder();
        var s = order.subtract(new BigInteger(1, bytes, 32, 32));
        for (int i = 0; i < 32; i++) {
            bytes[63 - i] = s.shiftRight(8 * i).byteValue();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    @Tag("RL-7")
    void who_shows_no_token_is_told_of_no_error_in_one(Tongban tongban) {
        var basic = tongban.anonymous().with("Authorization", "Basic YWRtaW46YWRtaW4=");
        var wrong = People.signIn(tongban, "staff", "nobody", "Other-Island-58");
        for (var answer : List.of(tongban.anonymous().get(ME), basic.get(ME), wrong)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void another_scheme_than_bearer_is_refused_even_where_none_is_needed(Tongban tongban) {
        var basic = tongban.anonymous().with("Authorization", "Basic YWRtaW46YWRtaW4=");
        assertThat(basic.get(ME).status()).isEqualTo(401);
        assertThat(basic.get("/.well-known/jwks.json").status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-28")
    @Tag("RL-7")
    void taking_a_role_away_takes_effect(Tongban tongban) {
        var reviewer = People.staff(tongban, "filing-reviewer");
        assertThat(reviewer.api().get("/api/platform/v1/reviews").status()).isEqualTo(200);
        var accounts = tongban.context().getBean(Accounts.class);
        accounts.assignRoles(reviewer.account(), Set.of());
        await().until(() -> reviewer.api().get("/api/platform/v1/reviews").status() == 401);
        var renewed = tongban.anonymous()
                .post(
                        "/api/platform/v1/sessions/refresh",
                        JsonNodeFactory.instance.objectNode().put("refreshToken", reviewer.refreshToken()));
        var token = renewed.json().path("accessToken").asText();
        assertThat(tongban.withToken(token).get("/api/platform/v1/reviews").status())
                .isEqualTo(403);
    }

    @Test
    @Tag("RL-7")
    void disabling_an_account_takes_effect(Tongban tongban) {
        var writer = People.writer(tongban);
        tongban.context().getBean(Accounts.class).disable(writer.account());
        await().until(() -> writer.api().get(ME).status() == 401);
        assertThat(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                        .code())
                .isEqualTo("sign-in-failed");
    }
}
