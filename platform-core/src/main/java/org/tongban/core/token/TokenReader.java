package org.tongban.core.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Capacity;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;

/**
 * Reads access tokens strictly (CO-26, RL-7). The platform is the only issuer, so a header is accepted only with exactly
 * the members the platform writes: whatever asks for another key, another algorithm or an extension falls out at once.
 */
final class TokenReader {
    static final int LONGEST = 4096;
    static final String TYPE = "at+jwt";
    /** RFC 9068 asks for a client; sign-in by the platform's own API is this one. */
    static final String FIRST_PARTY_CLIENT = "platform";

    private static final Set<String> OF_ACCOUNTS =
            Set.of("sid", "realm", "person", "org", "uscc", "capacity", "region");
    private static final Set<String> HEADER_MEMBERS = Set.of("alg", "kid", "typ");
    private static final long CLOCK_SKEW_SECONDS = 60;
    /** The last second of the year 9999: later ones have no place in an Instant's text. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private static final Pattern CANONICAL_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final String issuer;

    TokenReader(String issuer) {
        this.issuer = issuer;
    }

    /** What the token says, if the platform signed it and it is valid now. */
    TokenClaims read(String token, KeyRing keys, Instant now) throws TokenRefused {
        require(token.length() <= LONGEST, "too long");
        var parts = token.split("\\.", -1);
        require(parts.length == 3, "not three parts");
        var header = object(parts[0]);
        require(
                HEADER_MEMBERS.equals(
                        header.propertyStream().map(e -> e.getKey()).collect(Collectors.toSet())),
                "header");
        require("ES256".equals(text(header, "alg")), "alg");
        require(TYPE.equals(text(header, "typ")), "typ");
        var kid = text(header, "kid");
        var key = keys.verifier(kid, now);
        if (key == null) {
            throw new TokenRefused("kid");
        }
        verify(key, parts);
        return claims(object(parts[1]), kid, now);
    }

    private static void verify(SigningKey key, String[] parts) throws TokenRefused {
        var signature = bytes(parts[2]);
        require(signature.length == LowS.LENGTH, "signature length");
        require(LowS.holds(signature), "high s");
        var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        try {
            var header = new JWSHeader(JWSAlgorithm.ES256);
            var verifier = new ECDSAVerifier(key.pair().toECPublicKey());
            require(verifier.verify(header, signed, new Base64URL(parts[2])), "signature");
        } catch (JOSEException e) {
            throw new TokenRefused("signature");
        }
    }

    private TokenClaims claims(JsonNode claims, String kid, Instant now) throws TokenRefused {
        require(issuer.equals(text(claims, "iss")), "iss");
        require(issuer.equals(text(claims, "aud")), "aud");
        var expires = seconds(claims, "exp");
        require(now.isBefore(Instant.ofEpochSecond(expires)), "exp");
        var latest = now.getEpochSecond() + CLOCK_SKEW_SECONDS;
        require(seconds(claims, "iat") <= latest, "iat");
        require(!claims.has("nbf") || seconds(claims, "nbf") <= latest, "nbf");
        var id = uuid(claims, "jti");
        var caller = claims.has("sid") ? account(claims) : client(claims, id);
        return new TokenClaims(caller, id, number(claims, "gen"), kid, Instant.ofEpochSecond(expires));
    }

    private static Caller account(JsonNode claims) throws TokenRefused {
        var client = text(claims, "client_id").equals(FIRST_PARTY_CLIENT) ? null : uuid(claims, "client_id");
        var account = uuid(claims, "sub");
        require(!account.equals(client), "client_id");
        return new Caller(
                account,
                uuid(claims, "sid"),
                text(claims, "realm"),
                scope(claims),
                claims.has("person") ? uuid(claims, "person") : null,
                claims.has("org") ? uuid(claims, "org") : null,
                optionalText(claims, "uscc"),
                capacity(claims),
                optionalText(claims, "region"),
                client);
    }

    private static @Nullable Capacity capacity(JsonNode claims) throws TokenRefused {
        var code = optionalText(claims, "capacity");
        if (code == null) {
            return null;
        }
        require(claims.has("org") && claims.has("person"), "capacity");
        return Capacity.of(code).orElseThrow(() -> new TokenRefused("capacity"));
    }

    /** A client's own token has the client as its subject, and says nothing that only an account can be. */
    private static ClientCaller client(JsonNode claims, UUID id) throws TokenRefused {
        var client = uuid(claims, "sub");
        require(client.equals(uuid(claims, "client_id")), "client_id");
        require(OF_ACCOUNTS.stream().noneMatch(claims::has), "claims of an account");
        return new ClientCaller(client, id, scope(claims));
    }

    private static Set<String> scope(JsonNode claims) throws TokenRefused {
        return Stream.of(text(claims, "scope").split(" "))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private JsonNode object(String part) throws TokenRefused {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(part)))
                    .toString();
            var node = json.readTree(text);
            require(node.isObject(), "not an object");
            return node;
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new TokenRefused("JSON");
        }
    }

    /** The decoder lets padding and stray last bits pass, by which one token would have several spellings. */
    private static byte[] bytes(String part) throws TokenRefused {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            require(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part),
                    "base64url spelling");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new TokenRefused("base64url");
        }
    }

    private static String text(JsonNode object, String name) throws TokenRefused {
        var node = object.get(name);
        if (node == null || !node.isTextual()) {
            throw new TokenRefused(name);
        }
        return node.textValue();
    }

    private static @Nullable String optionalText(JsonNode object, String name) throws TokenRefused {
        return object.has(name) ? text(object, name) : null;
    }

    private static long seconds(JsonNode object, String name) throws TokenRefused {
        var node = object.get(name);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new TokenRefused(name);
        }
        require(node.longValue() >= 0 && node.longValue() <= END_OF_TIME, name);
        return node.longValue();
    }

    private static int number(JsonNode object, String name) throws TokenRefused {
        var node = object.get(name);
        if (node == null || !node.isInt()) {
            throw new TokenRefused(name);
        }
        return node.intValue();
    }

    private static UUID uuid(JsonNode object, String name) throws TokenRefused {
        var text = text(object, name);
        require(CANONICAL_UUID.matcher(text).matches(), name);
        return UUID.fromString(text);
    }

    private static void require(boolean holds, String what) throws TokenRefused {
        if (!holds) {
            throw new TokenRefused(what);
        }
    }
}
