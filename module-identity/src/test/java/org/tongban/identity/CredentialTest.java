package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.DecidingSteps.ACCOUNTS;
import static org.tongban.identity.DecidingSteps.APPLICATIONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.identity.DecidingSteps.Unit;
import org.tongban.identity.credential.CredentialDeclarations;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation signs in by a credential that a registered provider vouches for, and decides by it (ID-15). */
@TongbanTest
@Tag("ID-15")
class CredentialTest {
    private final DecidingSteps deciding;
    private final Tongban tongban;
    private final Provider provider;
    private final Unit unit;

    CredentialTest(Tongban tongban) {
        this.tongban = tongban;
        this.deciding = new DecidingSteps(tongban);
        this.provider = Provider.register(tongban);
        this.unit = deciding.unit();
    }

    private static String serial() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> claims() {
        return provider.claims(unit.uscc(), serial());
    }

    private Map<String, Object> with(String claim, Object value) {
        var claims = claims();
        claims.put(claim, value);
        return claims;
    }

    private static void refused(Answer answer, String what) {
        assertThat(answer.status()).as(what + " " + answer).isEqualTo(401);
        assertThat(answer.code()).as(what).isEqualTo("credential-refused");
    }

    @Test
    void a_holder_that_the_provider_names_approves_by_the_own_face() {
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant).id();
        var name = Fresh.name();
        var number = Fresh.idNumber();
        var api = provider.signedIn(with("holder", Provider.holder(name, number)));
        assertThat(api.get(APPLICATIONS).json().path("items")).hasSize(1);
        var face = deciding.steps.matchedFace(api, DecidingSteps.APPROVAL, name, number);
        var approved = deciding.approve(api, application, face);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(deciding.as(applicant).get(PLATFORM + "/me/cases").status()).isEqualTo(200);
    }

    @Test
    void a_credential_without_a_holder_rejects_and_manages_but_approves_nothing() {
        var first = deciding.application(deciding.waiting(unit)).id();
        var last = deciding.administrator(unit);
        var api = provider.signedIn(claims());
        var approved = deciding.approve(api, first, UUID.randomUUID().toString());
        assertThat(approved.status()).isEqualTo(409);
        assertThat(approved.code()).isEqualTo("credential-without-holder");
        assertThat(deciding.reject(api, first, "非本单位人员").status()).isEqualTo(200);
        // The organisation itself remains, whoever else is closed.
        var closed = api.post(ACCOUNTS + "/" + last.id() + "/closure");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        var representative = deciding.active(unit, Authority.REPRESENTATIVE);
        assertThat(api.post(ACCOUNTS + "/" + representative.id() + "/closure").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("ID-20")
    void a_credential_gives_the_account_of_who_left_to_a_successor() {
        var left = deciding.administrator(unit);
        var api = provider.signedIn(claims());
        var phone = Fresh.phone();
        var replaced = api.post(
                ACCOUNTS + "/" + left.id() + "/replacement",
                object().put("name", Fresh.name())
                        .put("idType", "resident-id")
                        .put("idNumber", Fresh.idNumber())
                        .put("phoneProof", deciding.changeProof(api, CredentialDeclarations.REALM, phone)));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(201);
        assertThat(replaced.json().path("authority").asText()).isEqualTo("handler");
    }

    @Test
    void the_session_does_nothing_else_and_gets_no_way_in_of_its_own() {
        var api = provider.signedIn(claims());
        var elsewhere = api.get(PLATFORM + "/me/cases");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo("credential-limited");
        assertThat(elsewhere.json().path("link").asText()).isEqualTo(APPLICATIONS);
        var proof = Proofs.ofPhone(tongban, api, CredentialDeclarations.REALM, "bind-phone", "+86" + Fresh.phone());
        var bound = api.put(PLATFORM + "/me/phone", object().put("newProof", proof));
        assertThat(bound.status()).as(bound.toString()).isEqualTo(403);
        var account = tongban.context().getBean(Accounts.class).find(CredentialDeclarations.REALM, unit.uscc());
        assertThat(account).isPresent();
        assertThat(tongban.context().getBean(Accounts.class).phone(account.get().id()))
                .isEmpty();
        assertThat(deciding.steps
                        .signIn(CredentialDeclarations.REALM, unit.uscc())
                        .code())
                .isEqualTo("sign-in-failed");
        var other = deciding.application(deciding.waiting(deciding.unit())).id();
        assertThat(api.get(APPLICATIONS + "/" + other).status()).isEqualTo(404);
    }

    @Test
    void refuses_every_forgery_alike() throws JOSEException {
        var right = claims();
        var none = Base64.getUrlEncoder().withoutPadding();
        var header = none.encodeToString(
                "{\"alg\":\"none\",\"typ\":\"%s\"}".formatted(Provider.TYPE).getBytes(StandardCharsets.UTF_8));
        var body = provider.signed(right).split("\\.")[1];
        var mac = new MACSigner(provider.key().toECPublicKey().getEncoded());
        var hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID("one")
                .type(new JOSEObjectType(Provider.TYPE))
                .build();
        var byOwnKey = provider.header().jwk(Provider.newKey().toPublicJWK()).build();
        var otherType =
                provider.header().type(new JOSEObjectType("face-result+jwt")).build();
        var stranger = Provider.register(tongban, "platform:operate");
        var forgeries = new LinkedHashMap<String, String>();
        forgeries.put("wrong key", Provider.signed(provider.header().build(), right, Provider.newKey()));
        forgeries.put("alg none", header + "." + body + ".");
        forgeries.put("HS256 with the public key", Provider.signed(hs256, right, mac));
        forgeries.put("a key of its own", Provider.signed(byOwnKey, right, provider.key()));
        forgeries.put("another type", Provider.signed(otherType, right, provider.key()));
        forgeries.put("no JWS", "a.b");
        forgeries.put(
                "unknown provider",
                provider.signed(with("iss", UUID.randomUUID().toString())));
        forgeries.put(
                "another provider",
                provider.signed(with("iss", Provider.register(tongban).id())));
        forgeries.put("a client without the scope", stranger.signed(stranger.claims(unit.uscc(), serial())));
        forgeries.put("another audience", provider.signed(with("aud", "https://elsewhere.example")));
        forgeries.put("two audiences", provider.signed(with("aud", List.of(right.get("aud"), "https://b.example"))));
        forgeries.put("old", provider.signed(with("iat", provider.now() - 125)));
        forgeries.put("future", provider.signed(with("iat", provider.now() + 60)));
        forgeries.put("short nonce", provider.signed(with("nonce", "1")));
        forgeries.put("another kind", provider.signed(with("kind", "password")));
        forgeries.put("unknown organisation", provider.signed(with("uscc", Fresh.uscc())));
        forgeries.put(
                "credit code in small letters",
                provider.signed(with("uscc", unit.uscc().toLowerCase(Locale.ROOT))));
        forgeries.put(
                "credit code of 17", provider.signed(with("uscc", unit.uscc().substring(1))));
        forgeries.put("holder without document", provider.signed(with("holder", Map.of("name", "张三"))));
        forgeries.forEach((what, assertion) -> refused(provider.open(assertion), what));
        assertThat(provider.open(provider.signed(right)).status()).isEqualTo(201);
    }

    @Test
    void refuses_a_nonce_that_was_used_and_lets_one_of_32_through() throws Exception {
        var assertion = provider.signed(claims());
        var answers = DecidingSteps.together(IntStream.range(0, 32)
                .<Callable<Answer>>mapToObj(i -> () -> provider.open(assertion))
                .toList());
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> refused(answer, "replayed"));
        refused(provider.open(assertion), "replayed later");
    }

    @Test
    void of_32_credentials_at_once_all_act_by_one_account() throws Exception {
        var assertions =
                Stream.generate(() -> provider.signed(claims())).limit(32).toList();
        var answers = DecidingSteps.together(assertions.stream()
                .<Callable<Answer>>map(assertion -> () -> provider.open(assertion))
                .toList());
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    }

    @Test
    void a_revoked_serial_is_refused_and_its_session_ends() {
        var serial = serial();
        var api = provider.signedIn(provider.claims(unit.uscc(), serial));
        var others = Provider.register(tongban);
        assertThat(others.api()
                        .post(Provider.REVOCATIONS, object().put("serial", serial))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(APPLICATIONS).status())
                .as("another provider's serial")
                .isEqualTo(200);
        var revoked =
                provider.api().post(Provider.REVOCATIONS, object().put("serial", serial.toLowerCase(Locale.ROOT)));
        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(204);
        // Before the nodes know that the session has ended, the serial is looked at.
        assertThat(api.get(APPLICATIONS).status()).isIn(401, 404);
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(APPLICATIONS).status() == 401);
        refused(provider.open(provider.signed(provider.claims(unit.uscc(), serial))), "revoked");
        assertThat(provider.open(provider.signed(claims())).status()).isEqualTo(201);
        var person = deciding.as(deciding.administrator(unit));
        assertThat(person.post(Provider.REVOCATIONS, object().put("serial", serial))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_disabled_provider_is_refused_and_its_sessions_end() {
        var api = provider.signedIn(claims());
        provider.disable();
        refused(provider.open(provider.signed(claims())), "disabled");
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(APPLICATIONS).status() == 401);
    }
}
