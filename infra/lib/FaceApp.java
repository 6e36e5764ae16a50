import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that verifies faces, as anybody would write it from docs/portal-integration.md: nothing but the JDK. */
public final class FaceApp {
    private static final String SERVER = env("SERVER", "http://localhost:8080");
    private static final Path FILE = Path.of(env("FACE_APP_FILE", "face-app.properties"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private FaceApp() {}

    /** Registers the app, or gives a result. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("register")) {
            register();
        } else if ((arguments.length == 4 || arguments.length == 5) && arguments[0].equals("result")) {
            var reason = arguments.length == 5 ? arguments[4] : "";
            System.out.println(result(arguments[1], arguments[2], arguments[3], reason));
        } else {
            System.err.println("Usage: infra/face-app register | result TOKEN NAME NUMBER [REASON]");
            System.exit(2);
        }
    }

    private static void register() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var admin = member(
                post("/api/platform/v1/sessions", "application/json", "", """
                    {"realm": "staff", "login": "admin", "password": %s}\
                    """.formatted(
                                quoted(env("ADMIN_PASSWORD", "")))),
                "accessToken");
        var client = member(
                post("/api/platform/v1/clients", "application/json", admin, """
                    {"name": "人脸核验演示", "authentication": "private_key_jwt", "scopes": ["platform:face"], "networks": [],
                     "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "kid": "face-app", "x": "%s", "y": "%s"}]}}\
                    """.formatted(
                                coordinate(point.getAffineX()), coordinate(point.getAffineY()))),
                "id");
        var kept = new Properties();
        kept.setProperty("client", client);
        kept.setProperty(
                "key", Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        if (!Files.exists(FILE)) {
            Files.createFile(FILE, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newOutputStream(FILE)) {
            kept.store(out, null);
        }
        System.out.println(client);
    }

    /** What the platform answers to a signed result. */
    private static String result(String token, String name, String number, String reason) throws Exception {
        var statement = signed("face-result+jwt", """
            {"token": %s, "verdict": "%s", "name": %s, "idDigest": "%s", "iat": %d, "reason": %s}\
            """.formatted(
                        quoted(token),
                        reason.isEmpty() ? "matched" : "refused",
                        quoted(name),
                        digest(token, number),
                        Instant.now().getEpochSecond(),
                        quoted(reason)));
        return post(
                "/api/platform/v1/face-verifications/results",
                "application/json",
                accessToken(),
                "{\"result\": \"" + statement + "\"}");
    }

    /** The number of the document is not sent: HMAC-SHA-256 of it, with the token as key. */
    private static String digest(String token, String number) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return base64(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accessToken() throws Exception {
        var client = kept("client");
        var issuer = member(
                send(HttpRequest.newBuilder(URI.create(SERVER + "/.well-known/oauth-authorization-server"))), "issuer");
        var now = Instant.now().getEpochSecond();
        var assertion = signed("JWT", """
            {"iss": "%1$s", "sub": "%1$s", "aud": "%2$s", "jti": "%3$s", "iat": %4$d, "exp": %5$d}\
            """.formatted(client, issuer, UUID.randomUUID(), now, now + 60));
        var type = URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8);
        return member(
                post(
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "",
                        "grant_type=client_credentials&client_assertion_type=" + type + "&client_assertion="
                                + assertion),
                "access_token");
    }

    /** A JWS in compact form (RFC 7515), ES256. */
    private static String signed(String type, String payload) throws Exception {
        var key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept("key"))));
        var header = "{\"alg\": \"ES256\", \"typ\": \"" + type + "\", \"kid\": \"face-app\"}";
        var input = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    private static String post(String path, String type, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(SERVER + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            System.err.println(answer.statusCode() + " " + answer.body());
            System.exit(1);
        }
        return answer.body();
    }

    private static String kept(String name) throws IOException {
        if (!Files.exists(FILE)) {
            System.err.println("There is no app yet: run “infra/face-app register” first.");
            System.exit(1);
        }
        var kept = new Properties();
        try (var in = Files.newInputStream(FILE)) {
            kept.load(in);
        }
        return kept.getProperty(name);
    }

    private static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the answer has no " + name);
        }
        return found.group(1);
    }

    /** A text without control characters as JSON. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String env(String name, String fallback) {
        var value = System.getenv(name);
        return value == null || value.isEmpty() ? fallback : value;
    }
}
