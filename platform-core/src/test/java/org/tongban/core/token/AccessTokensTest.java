package org.tongban.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Capacity;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.DomainException;

@Tag("CO-26")
@Tag("RL-7")
class AccessTokensTest {
    private static final String ISSUER = "https://tongban.example";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SettableClock clock = new SettableClock();
    private final SigningKey key = SigningKeys.generate(clock.now().minusSeconds(60));
    private final Caller caller = new Caller(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "staff",
            Set.of("platform:operate", "product-filing:review"),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "110000");
    private KeyRing ring = KeyRing.of(List.of(key));
    private Revoked revoked = Revoked.NONE;
    private final AccessTokens tokens = new AccessTokens(
            () -> ring,
            () -> revoked,
            clock,
            new TokenSettings(LIFETIME, Duration.ofDays(14), Duration.ofDays(30), Duration.ofDays(30), 100),
            ISSUER);

    @Test
    void names_the_caller_of_a_token_it_issued() {
        assertThat(tokens.authenticate(token())).isEqualTo(caller);
    }

    @Test
    void signs_by_the_lower_s_alone_and_takes_back_what_its_twin_is_made_of() {
        for (int i = 0; i < 40; i++) {
            var token = token();
            assertThat(LowS.holds(signature(token))).as(token).isTrue();
            assertThat(LowS.holds(signature(twin(token)))).as(token).isFalse();
            assertThat(LowS.of(signature(twin(token)))).isEqualTo(signature(token));
            refused(twin(token));
            assertThat(tokens.authenticate(token)).isEqualTo(caller);
        }
    }

    /** The twin verifies: what refuses it is its s alone. */
    @Test
    void the_twin_of_a_signature_is_one_for_everybody_else() throws Exception {
        var twin = SignedJWT.parse(twin(token()));
        assertThat(twin.verify(new ECDSAVerifier(key.pair().toECPublicKey()))).isTrue();
    }

    private static byte[] signature(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }

    private static String twin(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1) + Forge.part(LowS.twin(signature(token)));
    }

    @Test
    void leaves_out_what_the_caller_has_not() {
        var bare = new Caller(UUID.randomUUID(), UUID.randomUUID(), "person", Set.of(), null, null, null);
        var token = tokens.issue(bare, 0).value();
        assertThat(Forge.text(token.split("\\.")[1])).doesNotContain("org", "region", "person\":\"\"");
        assertThat(tokens.authenticate(token)).isEqualTo(bare);
    }

    private Caller acting(Capacity capacity) {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "organisation",
                Set.of("product-filing:own"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "91110000000000001X",
                capacity,
                null,
                null);
    }

    @Test
    @Tag("ID-41")
    void says_for_which_organisation_who_acts_and_in_which_capacity() {
        for (var capacity : Capacity.values()) {
            var acting = acting(capacity);
            var token = tokens.issue(acting, 0).value();
            assertThat(Forge.text(token.split("\\.")[1]))
                    .contains("\"capacity\":\"" + capacity.code() + "\"")
                    .contains("\"uscc\":\"91110000000000001X\"")
                    .contains("\"org\":\"" + acting.organisation() + "\"")
                    .contains("\"person\":\"" + acting.person() + "\"");
            assertThat(tokens.authenticate(token)).isEqualTo(acting);
        }
    }

    @Test
    @Tag("ID-41")
    void refuses_a_capacity_without_the_person_or_the_organisation_that_it_is_of() {
        var whole = acting(Capacity.HANDLER);
        var nobody = new Caller(
                whole.account(),
                whole.session(),
                whole.realm(),
                Set.of(),
                null,
                whole.organisation(),
                whole.uscc(),
                Capacity.HANDLER,
                null,
                null);
        var nowhere = new Caller(
                whole.account(),
                whole.session(),
                whole.realm(),
                Set.of(),
                whole.person(),
                null,
                null,
                Capacity.HANDLER,
                null,
                null);
        refused(tokens.issue(nobody, 0).value());
        refused(tokens.issue(nowhere, 0).value());
    }

    @Test
    void refuses_a_token_from_the_second_it_expires_on_cached_or_not() {
        var cached = token();
        var fresh = token();
        tokens.authenticate(cached);
        clock.now = clock.now.plus(LIFETIME).minusSeconds(1);
        assertThat(tokens.authenticate(cached)).isEqualTo(caller);
        clock.now = clock.now.plusSeconds(1);
        refused(cached);
        refused(fresh);
    }

    @Test
    void refuses_the_tokens_of_a_revoked_session_though_they_are_cached() {
        var token = token();
        tokens.authenticate(token);
        revoked = new Revoked(Map.of(caller.session(), Integer.MAX_VALUE));
        refused(token);
    }

    @Test
    void refuses_only_the_older_tokens_of_a_session_whose_rights_changed() {
        var older = tokens.issue(caller, 3).value();
        var newer = tokens.issue(caller, 4).value();
        revoked = new Revoked(Map.of(caller.session(), 4));
        refused(older);
        assertThat(tokens.authenticate(newer)).isEqualTo(caller);
    }

    @Test
    void accepts_the_old_keys_tokens_until_it_retires_though_the_new_one_signs() {
        var old = token();
        var next = SigningKeys.generate(clock.now.minusSeconds(1));
        ring = KeyRing.of(List.of(new SigningKey(key.pair(), key.notBefore(), clock.now.plusSeconds(30)), next));
        var fresh = token();
        assertThat(Forge.text(fresh.split("\\.")[0])).contains(next.kid());
        assertThat(tokens.authenticate(old)).isEqualTo(caller);
        clock.now = clock.now.plusSeconds(30);
        refused(old);
        assertThat(tokens.authenticate(fresh)).isEqualTo(caller);
    }

    @Test
    void does_not_sign_with_a_key_whose_time_has_not_come_but_publishes_it() {
        var next = SigningKeys.generate(clock.now.plusSeconds(60));
        ring = KeyRing.of(List.of(key, next));
        assertThat(ring.signer(clock.now)).isEqualTo(key);
        assertThat(ring.published(clock.now)).containsExactly(key, next);
    }

    @Test
    void remembers_no_more_tokens_than_it_may() {
        var cache = new VerifiedTokens(100);
        for (int i = 0; i < 1000; i++) {
            cache.remember(
                    java.nio.ByteBuffer.allocate(4).putInt(0, i),
                    new TokenClaims(caller, UUID.randomUUID(), 0, key.kid(), clock.now.plusSeconds(60)));
        }
        assertThat(cache.size()).isLessThanOrEqualTo(101);
        assertThat(cache.find(java.nio.ByteBuffer.allocate(4).putInt(0, 999))).isNotNull();
    }

    @Test
    @Tag("CO-27")
    void names_the_client_of_a_token_of_its_own_and_the_client_of_an_account() {
        var client = new ClientCaller(UUID.randomUUID(), UUID.randomUUID(), Set.of("platform:operate"));
        assertThat(tokens.authenticate(tokens.issue(client, 3).value())).isEqualTo(client);
        var through =
                new Caller(caller.account(), caller.session(), "staff", Set.of(), null, null, null, client.client());
        assertThat(tokens.authenticate(tokens.issue(through, 0).value())).isEqualTo(through);
    }

    @Test
    @Tag("CO-27")
    void refuses_a_clients_older_tokens_and_a_single_one_that_was_ended() {
        var id = UUID.randomUUID();
        var one = new ClientCaller(id, UUID.randomUUID(), Set.of());
        var other = new ClientCaller(id, UUID.randomUUID(), Set.of());
        var ended = tokens.issue(one, 4).value();
        var stays = tokens.issue(other, 4).value();
        var older = tokens.issue(other, 3).value();
        revoked = new Revoked(Map.of(one.token(), Integer.MAX_VALUE, id, 4));
        refused(ended);
        refused(older);
        assertThat(tokens.authenticate(stays)).isEqualTo(other);
    }

    @TestFactory
    @Tag("CO-27")
    Stream<DynamicTest> refuses_every_forged_token_of_a_client() {
        var id = UUID.randomUUID().toString();
        var good = clientPayload(id);
        assertThat(tokens.authenticate(Forge.signed(header(), good, key.pair())))
                .isInstanceOf(ClientCaller.class);
        var forged = new LinkedHashMap<String, String>();
        forged.put("another subject than client", good.replace("\"sub\":\"" + id, "\"sub\":\"" + UUID.randomUUID()));
        forged.put("no client", good.replace("\"client_id\":\"" + id + "\",", ""));
        forged.put("the platform as client", good.replace("\"client_id\":\"" + id, "\"client_id\":\"platform"));
        forged.put(
                "client in capitals",
                good.replace("\"client_id\":\"" + id, "\"client_id\":\"" + id.toUpperCase(java.util.Locale.ROOT)));
        forged.put("duplicate client", with(good, "\"client_id\":\"" + id + "\""));
        forged.put("client as a list", good.replace("\"client_id\":\"" + id + "\"", "\"client_id\":[\"" + id + "\"]"));
        forged.put("a realm", with(good, "\"realm\":\"staff\""));
        forged.put("an organisation", with(good, "\"org\":\"" + UUID.randomUUID() + "\""));
        forged.put("a person", with(good, "\"person\":\"" + UUID.randomUUID() + "\""));
        forged.put("a region", with(good, "\"region\":\"110000\""));
        forged.put("a session, as if it were an account", with(good, "\"sid\":\"" + UUID.randomUUID() + "\""));
        forged.put("a session and a realm", with(good, "\"sid\":\"" + UUID.randomUUID() + "\",\"realm\":\"staff\""));
        forged.put("no generation", good.replace("\"gen\":0,", ""));
        forged.put("no id", good.replaceAll("\"jti\":\"[^\"]*\",", ""));
        forged.put("no scope", good.replaceAll(",\"scope\":\"[^\"]*\"", ""));
        forged.values().forEach(payload -> assertThat(payload).isNotEqualTo(good));
        var signed = new LinkedHashMap<String, String>();
        forged.forEach((how, payload) -> signed.put(how, Forge.signed(header(), payload, key.pair())));
        signed.put(
                "an assertion's type",
                Forge.signed(header().replace("at+jwt", "client-authentication+jwt"), good, key.pair()));
        signed.put("a key of the client's own", Forge.signed(header(), good, otherKey(key.kid())));
        signed.put("expired", Forge.signed(header(), good.replace("\"exp\":", "\"exp\":1,\"was\":"), key.pair()));
        return signed.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refused(entry.getValue())));
    }

    private String clientPayload(String id) {
        var now = clock.now().getEpochSecond();
        return """
            {"iss":"%s","aud":"%s","sub":"%s","client_id":"%s","jti":"%s","exp":%d,"iat":%d,"gen":0,\
            "scope":"platform:operate"}\
            """.formatted(ISSUER, ISSUER, id, id, UUID.randomUUID(), now + 900, now);
    }

    @TestFactory
    Stream<DynamicTest> refuses_every_forged_token() {
        var forged = new LinkedHashMap<String, String>();
        forgedHeaders(forged);
        forgedSignatures(forged);
        forgedClaims(forged);
        forgedShapes(forged);
        assertThat(forged).hasSizeGreaterThanOrEqualTo(25);
        return forged.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refused(entry.getValue())));
    }

    /** The harness itself signs what is accepted: else every refusal below would prove nothing. */
    @Test
    void accepts_what_the_forge_writes_unchanged_with_the_right_key() {
        assertThat(tokens.authenticate(Forge.signed(header(), payload(), key.pair())))
                .isEqualTo(caller);
    }

    private void forgedHeaders(Map<String, String> forged) {
        for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
            var header = header().replace("\"ES256\"", "\"" + none + "\"");
            forged.put("alg '" + none + "' unsigned", Forge.part(header) + "." + Forge.part(payload()) + ".");
            forged.put("alg '" + none + "' signed", Forge.signed(header, payload(), key.pair()));
        }
        var own = otherKey(key.kid());
        forged.put("HS256 with the public key", hmac("HS256", "HmacSHA256"));
        forged.put("HS512 with the public key", hmac("HS512", "HmacSHA512"));
        forged.put(
                "embedded jwk",
                Forge.signed(with(header(), "\"jwk\":" + own.toPublicJWK().toJSONString()), payload(), own));
        forged.put("jku", Forge.signed(with(header(), "\"jku\":\"https://evil.example/jwks\""), payload(), own));
        forged.put("x5u", Forge.signed(with(header(), "\"x5u\":\"https://evil.example/c\""), payload(), own));
        forged.put(
                "jku, rightly signed",
                Forge.signed(with(header(), "\"jku\":\"https://e.example\""), payload(), key.pair()));
        forged.put("crit", Forge.signed(with(header(), "\"crit\":[\"exp\"]"), payload(), key.pair()));
        forged.put(
                "b64 false", Forge.signed(with(header(), "\"b64\":false,\"crit\":[\"b64\"]"), payload(), key.pair()));
        forged.put("typ JWT", Forge.signed(header().replace("at+jwt", "JWT"), payload(), key.pair()));
        forged.put("no typ", Forge.signed(header().replace(",\"typ\":\"at+jwt\"", ""), payload(), key.pair()));
        forged.put("no kid", Forge.signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", payload(), key.pair()));
        forged.put("unknown kid", Forge.signed(header().replace(key.kid(), "x"), payload(), own));
        forged.put("kid as a path", Forge.signed(header().replace(key.kid(), "../../dev/null"), payload(), own));
        forged.put("duplicate alg", Forge.signed(with(header(), "\"alg\":\"ES256\""), payload(), key.pair()));
        forged.put("alg as a list", Forge.signed(header().replace("\"ES256\"", "[\"ES256\"]"), payload(), key.pair()));
        forged.put("ES384", Forge.signed(header().replace("ES256", "ES384"), payload(), key.pair()));
    }

    private void forgedSignatures(Map<String, String> forged) {
        var input = Forge.part(header()) + "." + Forge.part(payload()) + ".";
        var good = token();
        forged.put("no signature", input);
        forged.put("zero signature", input + Forge.part(new byte[64]));
        var groupOrder = Curve.P_256.toECParameterSpec().getOrder().toByteArray();
        var order = new byte[64];
        System.arraycopy(groupOrder, 1, order, 0, 32);
        System.arraycopy(groupOrder, 1, order, 32, 32);
        forged.put("signature of the group order", input + Forge.part(order));
        forged.put("the twin of the signature", twin(good));
        forged.put("signature of another token", input + good.substring(good.lastIndexOf('.') + 1));
        forged.put("another key under our kid", Forge.signed(header(), payload(), otherKey(key.kid())));
        forged.put("DER signature", Forge.signed(header(), payload(), key.pair(), "SHA256withECDSA"));
        forged.put(
                "changed payload",
                good.split("\\.")[0] + "." + Forge.part(payload().replace("staff", "owner")) + "."
                        + good.split("\\.")[2]);
        forged.put("last bits of the signature changed", lastBitsChanged(good));
    }

    private void forgedClaims(Map<String, String> forged) {
        var now = clock.now().getEpochSecond();
        claim(forged, "foreign issuer", "\"iss\":\"" + ISSUER + "\"", "\"iss\":\"https://evil.example\"");
        claim(forged, "issuer with a slash", "\"iss\":\"" + ISSUER + "\"", "\"iss\":\"" + ISSUER + "/\"");
        claim(forged, "foreign audience", "\"aud\":\"" + ISSUER + "\"", "\"aud\":\"other\"");
        claim(forged, "audience of several", "\"aud\":\"" + ISSUER + "\"", "\"aud\":[\"" + ISSUER + "\",\"other\"]");
        claim(forged, "no audience", "\"aud\":\"" + ISSUER + "\",", "");
        claim(forged, "expired", "\"exp\":" + (now + 900), "\"exp\":" + now);
        claim(forged, "no exp", "\"exp\":" + (now + 900) + ",", "");
        claim(forged, "exp as text", "\"exp\":" + (now + 900), "\"exp\":\"" + (now + 900) + "\"");
        claim(forged, "exp as a huge number", "\"exp\":" + (now + 900), "\"exp\":1e300");
        claim(forged, "exp beyond time", "\"exp\":" + (now + 900), "\"exp\":" + Long.MAX_VALUE);
        claim(forged, "not yet valid", "\"iat\":", "\"nbf\":" + (now + 3600) + ",\"iat\":");
        claim(forged, "issued in the future", "\"iat\":" + now, "\"iat\":" + (now + 3600));
        claim(forged, "duplicate claim", "\"realm\":\"staff\"", "\"realm\":\"person\",\"realm\":\"staff\"");
        claim(forged, "no client", "\"client_id\":\"platform\",", "");
        claim(forged, "itself as client", "\"platform\"", "\"" + caller.account() + "\"");
        claim(forged, "no session", "\"sid\":\"" + caller.session() + "\",", "");
        claim(forged, "subject in short spelling", caller.account().toString(), "1-1-1-1-1");
        claim(forged, "scope as a list", "\"scope\":\"", "\"scope\":[],\"scopes\":\"");
        claim(forged, "generation as text", "\"gen\":7", "\"gen\":\"7\"");
    }

    private void forgedShapes(Map<String, String> forged) {
        var good = token();
        forged.put("empty", "");
        forged.put("two dots", "..");
        forged.put("refresh token as access token", Forge.part(new byte[32]));
        forged.put("four parts", good + ".x");
        forged.put("five parts, as an encrypted token", "a.b.c.d.e");
        forged.put("padding", good + "==");
        forged.put("a space before", " " + good);
        forged.put("a line break within", good.substring(0, 20) + "\n" + good.substring(20));
        forged.put("the scheme word", "Bearer " + good);
        forged.put(
                "100 kB", Forge.signed(header(), with(payload(), "\"x\":\"" + "x".repeat(100_000) + "\""), key.pair()));
        forged.put("payload is no object", Forge.signed(header(), "[]", key.pair()));
        forged.put("payload and more", Forge.signed(header(), payload() + "{}", key.pair()));
        forged.put("JSON serialisation", "{\"payload\":\"" + Forge.part(payload()) + "\"}");
    }

    private void claim(Map<String, String> forged, String name, String target, String replacement) {
        assertThat(payload()).as(name).contains(target);
        forged.put(name, Forge.signed(header(), payload().replace(target, replacement), key.pair()));
    }

    private String hmac(String name, String algorithm) {
        var input = Forge.part(header().replace("ES256", name)) + "." + Forge.part(payload());
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.pair().toECPublicKey().getEncoded(), algorithm));
            return input + "." + Forge.part(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same 64 bytes in another spelling: the last character of 86 carries four bits that mean nothing. */
    private static String lastBitsChanged(String token) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    private String header() {
        return "{\"alg\":\"ES256\",\"kid\":\"" + key.kid() + "\",\"typ\":\"at+jwt\"}";
    }

    private String payload() {
        var now = clock.now().getEpochSecond();
        return """
            {"iss":"%s","aud":"%s","sub":"%s","client_id":"platform","jti":"%s","exp":%d,"iat":%d,"sid":"%s","gen":7,\
            "realm":"staff","scope":"platform:operate product-filing:review","person":"%s","org":"%s","region":"110000"}\
            """.formatted(
                        ISSUER,
                        ISSUER,
                        caller.account(),
                        UUID.randomUUID(),
                        now + 900,
                        now,
                        caller.session(),
                        caller.person(),
                        caller.organisation());
    }

    private static String with(String object, String member) {
        return object.substring(0, object.length() - 1) + "," + member + "}";
    }

    private static ECKey otherKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return tokens.issue(caller, 7).value();
    }

    private void refused(String token) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> tokens.authenticate(token))
                .matches(e ->
                        e.code() == AccountError.TOKEN_INVALID && e.members().isEmpty());
    }

    private static final class SettableClock extends SystemClock {
        private Instant now = Instant.parse("2026-11-20T01:02:03.456Z");

        SettableClock() {
            super(() -> Instant.EPOCH);
        }

        @Override
        public Instant now() {
            return now;
        }
    }
}
