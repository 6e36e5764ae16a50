package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.context.env.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.time.SystemClock;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** A provider that vouches for organisations' credentials: a client with a key, and the scope for it. */
record Provider(Tongban tongban, String id, ECKey key) {
    static final String SESSIONS = "/api/identity/v1/credential-sessions";
    static final String REVOCATIONS = "/api/identity/v1/credential-revocations";
    static final String TYPE = "organisation-credential+jwt";

    private static final String CLIENTS = "/api/platform/v1/clients";

    static Provider register(Tongban tongban) {
        return register(tongban, "identity:credential");
    }

    static Provider register(Tongban tongban, String scope) {
        var key = newKey();
        var made = tongban.as("admin")
                .post(
                        CLIENTS,
                        Api.json(
                                "{'name': 'CA', 'authentication': 'private_key_jwt', 'scopes': ['%s'], 'networks': [], 'jwks': {'keys': [%s]}}"
                                        .formatted(
                                                scope,
                                                "{'kty': 'EC', 'crv': 'P-256', 'kid': 'one', 'x': '%s', 'y': '%s'}"
                                                        .formatted(key.getX(), key.getY()))));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return new Provider(tongban, made.json().path("id").asText(), key);
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void disable() {
        var disabled = tongban.as("admin").post(CLIENTS + "/" + id + "/disable");
        assertThat(disabled.status()).as(disabled.toString()).isEqualTo(200);
    }

    private String audience() {
        return tongban.context().getBean(Environment.class).getRequiredProperty("platform.public-url", String.class);
    }

    /** The server's own time in seconds, which nothing moves. */
    long now() {
        return tongban.context().getBean(SystemClock.class).now().getEpochSecond();
    }

    /** Claims that are right, to be changed; they name no holder. */
    Map<String, Object> claims(String uscc, String serial) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", id);
        claims.put("aud", audience());
        claims.put("iat", now());
        claims.put("nonce", UUID.randomUUID().toString());
        claims.put("uscc", uscc);
        claims.put("serial", serial);
        claims.put("kind", "digital-certificate");
        return claims;
    }

    static Map<String, Object> holder(String name, String idNumber) {
        return Map.of("name", name, "idType", "resident-id", "idNumber", idNumber);
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").type(new JOSEObjectType(TYPE));
    }

    String signed(Map<String, Object> claims) {
        return signed(header().build(), claims, key);
    }

    static String signed(JWSHeader header, Map<String, Object> claims, ECKey key) {
        try {
            return signed(header, claims, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSHeader header, Map<String, Object> claims, JWSSigner signer) {
        try {
            var jws = new JWSObject(header, new Payload(claims));
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer open(String assertion) {
        return tongban.anonymous().post(SESSIONS, Api.json("{'assertion': '%s'}".formatted(assertion)));
    }

    /** Opens a session by claims that are right. */
    Api signedIn(Map<String, Object> claims) {
        var opened = open(signed(claims));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return tongban.withToken(opened.json().path("accessToken").asText());
    }

    /** The provider by a token of its own. */
    Api api() {
        var now = now();
        var assertion = signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(),
                Map.of(
                        "iss",
                        id,
                        "sub",
                        id,
                        "aud",
                        audience(),
                        "iat",
                        now,
                        "exp",
                        now + 60,
                        "jti",
                        UUID.randomUUID().toString()),
                key);
        var form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion;
        var answer = tongban.anonymous()
                .bytes(
                        "POST",
                        "/oauth2/token",
                        form.getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return tongban.withToken(answer.json().path("access_token").asText());
    }
}
