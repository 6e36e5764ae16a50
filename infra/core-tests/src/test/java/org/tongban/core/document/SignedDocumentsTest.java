package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.time.BusinessClock;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** Documents signed for those who check them offline (CO-60b). */
@TongbanTest
class SignedDocumentsTest {
    private static final String PUBLIC = Issuer.PUBLIC;

    private final Tongban tongban;
    private final Issuer issuer;

    SignedDocumentsTest(Tongban tongban) {
        this.tongban = tongban;
        issuer = new Issuer(tongban);
    }

    @Test
    @Tag("CO-60b")
    void the_signed_payload_is_verified_by_the_published_keys_alone() throws Exception {
        var document = issuer.issued(issuer.today(), issuer.today().plusDays(1));
        var answer = tongban.anonymous().get(PUBLIC + document.code() + "/jws");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/jose");
        var keys =
                JWKSet.parse(tongban.anonymous().get("/.well-known/jwks.json").text());

        var signed = SignedJWT.parse(answer.text());
        assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(signed.getHeader().getType()).hasToString("tongban-document+jwt");
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        var claims = signed.getJWTClaimsSet();
        assertThat(claims.getStringClaim("number")).isEqualTo(document.number());
        assertThat(claims.getStringClaim("holder")).isEqualTo("某单位");
        assertThat(claims.getJSONObjectClaim("facts")).containsEntry("note", "甲");
        assertThat(claims.getStringClaim("valid_until"))
                .isEqualTo(issuer.today().plusDays(1).toString());
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(issuer.today()
                        .plusDays(2)
                        .atStartOfDay(BusinessClock.ZONE)
                        .toInstant());
        var address = claims.getStringClaim("state");
        assertThat(address).startsWith(claims.getIssuer()).endsWith(PUBLIC + document.code());
        assertThat(tongban.anonymous()
                        .get(address.substring(claims.getIssuer().length()))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("valid");
    }

    @Test
    @Tag("CO-60b")
    void a_payload_that_was_changed_does_not_verify() throws Exception {
        var text = tongban.anonymous()
                .get(PUBLIC + issuer.issued(issuer.today(), null).code() + "/jws")
                .text();
        var keys =
                JWKSet.parse(tongban.anonymous().get("/.well-known/jwks.json").text());
        var parts = text.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("某单位", "他单位").getBytes(StandardCharsets.UTF_8));
        assertThat(forged).isNotEqualTo(parts[1]);
        var tampered = SignedJWT.parse(parts[0] + "." + forged + "." + parts[2]);
        var key = keys.getKeyByKeyId(tampered.getHeader().getKeyID()).toECKey();
        assertThat(tampered.verify(new ECDSAVerifier(key))).isFalse();
    }

    @Test
    @Tag("CO-60b")
    @Tag("CO-26")
    void a_signed_document_is_no_token_and_a_key_of_tokens_signs_no_document() throws Exception {
        var signed = tongban.anonymous()
                .get(PUBLIC + issuer.issued(issuer.today(), null).code() + "/jws")
                .text();
        assertThat(tongban.withToken(signed).get("/api/platform/v1/me").status())
                .isEqualTo(401);
        var token = SignedJWT.parse(People.writer(tongban).token());
        assertThat(SignedJWT.parse(signed).getHeader().getKeyID())
                .isNotEqualTo(token.getHeader().getKeyID());
    }

    @Test
    @Tag("CO-60b")
    void what_was_taken_back_is_not_signed_any_more() {
        var document = issuer.issued(issuer.today(), null);
        issuer.revoke(document);
        var refused = tongban.anonymous().get(PUBLIC + document.code() + "/jws");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("document-withdrawn");
        var superseded = issuer.issued(issuer.today(), null);
        issuer.superseded(superseded, issuer.document(issuer.today(), null));
        assertThat(tongban.anonymous().get(PUBLIC + superseded.code() + "/jws").status())
                .isEqualTo(409);
    }
}
