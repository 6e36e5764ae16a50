package org.tongban.core.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** An app that verifies faces: a portal client with a key, and the scope for it. */
public record FaceApp(ECKey key, Api api) {
    public static final String RESULTS = "/api/platform/v1/face-verifications/results";
    public static final String SCANS = "/api/platform/v1/face-verifications/scans";
    public static final String TYPE = "face-result+jwt";

    /** A new one. */
    public static FaceApp register(Tongban tongban) {
        var portal = Portal.withKey(tongban, "platform:face");
        return new FaceApp(portal.key(), tongban.anonymous().withToken(portal.token()));
    }

    /** One without a key: it has a secret. */
    public static FaceApp withSecret(Tongban tongban) {
        var portal = Portal.withSecret(tongban, "platform:face");
        return new FaceApp(portal.key(), tongban.anonymous().withToken(portal.token()));
    }

    /** One whose scopes do not hold it. */
    public static FaceApp withoutScope(Tongban tongban) {
        var portal = Portal.withKey(tongban, "platform:operate");
        return new FaceApp(portal.key(), tongban.anonymous().withToken(portal.token()));
    }

    /** Claims that are right, to be changed. */
    public static Map<String, Object> claims(String token, String name, String number) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("token", token);
        claims.put("verdict", "matched");
        claims.put("name", name);
        claims.put("idDigest", digest(token, number));
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    /** What stands for the number of a document. */
    public static String digest(String token, String number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header that is right. */
    public JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(new JOSEObjectType(TYPE));
    }

    /** A statement, rightly signed. */
    public String signed(Map<String, Object> claims) {
        return signed(header().build(), new Payload(claims), key);
    }

    public static String signed(JWSHeader header, Payload payload, ECKey key) {
        try {
            var jws = new JWSObject(header, payload);
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells that a token was read. */
    public Answer scan(String token) {
        return api.post(SCANS, Api.json("{'token': '%s'}".formatted(token)));
    }

    /** Gives a result. */
    public Answer give(String statement) {
        return api.post(RESULTS, Api.json("{'result': '%s'}".formatted(statement)));
    }
}
