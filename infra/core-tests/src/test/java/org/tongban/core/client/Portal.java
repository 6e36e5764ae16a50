package org.tongban.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** A client as a portal is one: made by an administrator, and asking for tokens. */
public record Portal(Tongban tongban, UUID id, String secret, ECKey key) {
    static final String CLIENTS = "/api/platform/v1/clients";
    static final String TOKEN = "/oauth2/token";
    static final String REVOKE = "/oauth2/revoke";
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** One with a secret. */
    public static Portal withSecret(Tongban tongban, String... scopes) {
        var made = made(tongban, """
            {'name': 'Portal', 'authentication': 'client_secret_basic', 'scopes': %s, 'networks': []}\
            """.formatted(list(scopes)));
        return new Portal(tongban, id(made), made.path("secret").asText(), newKey("none"));
    }

    /** One that signs assertions. */
    static Portal withKey(Tongban tongban, String... scopes) {
        var key = newKey("first");
        var made = made(tongban, """
            {'name': 'Portal', 'authentication': 'private_key_jwt', 'scopes': %s, 'networks': [], 'jwks': {'keys': [%s]}}\
            """.formatted(list(scopes), publicPart(key)));
        return new Portal(tongban, id(made), "", key);
    }

    static String list(String... texts) {
        return texts.length == 0 ? "[]" : "['" + String.join("', '", texts) + "']";
    }

    /** The public part of a key, as bodies have it. */
    static String publicPart(ECKey key) {
        return "{'kty': 'EC', 'crv': 'P-256', 'kid': '%s', 'x': '%s', 'y': '%s'}"
                .formatted(key.getKeyID(), key.getX(), key.getY());
    }

    static ECKey newKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode made(Tongban tongban, String body) {
        var answer = tongban.as("admin").post(CLIENTS, Api.json(body));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }

    private static UUID id(JsonNode made) {
        return UUID.fromString(made.path("id").asText());
    }

    /** Its place in the administrators' API. */
    public String path() {
        return CLIENTS + "/" + id;
    }

    /** Sends fields to an endpoint of OAuth. */
    static Answer send(Api api, String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.bytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    /** A client of the API that proves by this secret who it is. */
    Api basic(String password) {
        var pair = id + ":" + password;
        return tongban.anonymous()
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Asks for a token by its secret. */
    Answer ask() {
        return send(basic(secret), TOKEN, Map.of("grant_type", "client_credentials"));
    }

    /** Its token. */
    public String token() {
        var answer = secret.isEmpty() ? ask(assertion(claims())) : ask();
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().path("access_token").asText();
    }

    /** Asks for a token by an assertion. */
    Answer ask(String assertion) {
        return send(tongban.anonymous(), TOKEN, asserted(assertion));
    }

    /** The fields of a request by an assertion. */
    static Map<String, String> asserted(String assertion) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_assertion_type", ASSERTION_TYPE);
        fields.put("client_assertion", assertion);
        return fields;
    }

    /** Claims that are right. */
    JWTClaimsSet.Builder claims() {
        var issuer = tongban.anonymous()
                .get("/.well-known/oauth-authorization-server")
                .json()
                .path("issuer")
                .asText();
        return new JWTClaimsSet.Builder()
                .issuer(id.toString())
                .subject(id.toString())
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    /** An assertion of these claims, rightly signed. */
    String assertion(JWTClaimsSet.Builder claims) {
        return signed(header(), claims, key);
    }

    /** A header that is right. */
    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
    }

    static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, ECKey key) {
        try {
            var jwt = new SignedJWT(header.build(), claims.build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
