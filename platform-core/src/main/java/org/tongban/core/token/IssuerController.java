package org.tongban.core.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.client.OAuth;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Open;

/** What others need to check the platform's tokens: the public keys and the issuer's metadata (CO-26, RFC 8414). */
@Controller("/.well-known")
class IssuerController {
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final SigningKeys keys;
    private final SystemClock clock;
    private final String issuer;

    IssuerController(SigningKeys keys, SystemClock clock, @Value("${platform.public-url}") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** The public keys of tokens and of documents, the next ones among them. */
    @Get("/jwks.json")
    @Open
    HttpResponse<KeySet> publicKeys() {
        var now = clock.now();
        var published = Stream.concat(keys.ring().published(now).stream(), keys.documents().published(now).stream())
                .map(SigningKey::pair)
                .map(pair -> new PublicKey(
                        "EC",
                        pair.getCurve().getName(),
                        pair.getKeyID(),
                        "sig",
                        "ES256",
                        pair.getX().toString(),
                        pair.getY().toString()))
                .toList();
        return HttpResponse.ok(new KeySet(published)).header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
    }

    /** The issuer's metadata: what OAuth it offers, and where. */
    @Get("/oauth-authorization-server")
    @Open
    HttpResponse<IssuerMetadata> issuerMetadata() {
        var metadata = new IssuerMetadata(
                issuer,
                issuer + OAuth.TOKEN,
                issuer + OAuth.REVOKE,
                issuer + "/.well-known/jwks.json",
                List.of(),
                List.of("client_credentials"),
                OAuth.AUTHENTICATION,
                OAuth.ALGORITHMS,
                OAuth.AUTHENTICATION,
                OAuth.ALGORITHMS,
                List.of("zh-CN", "en"),
                issuer + "/docs");
        return HttpResponse.ok(metadata).header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
    }

    /** A JSON Web Key Set (RFC 7517). */
    @Serdeable
    record KeySet(List<PublicKey> keys) {}

    /** The public part of a key on an elliptic curve. */
    @Serdeable
    record PublicKey(String kty, String crv, String kid, String use, String alg, String x, String y) {}

    /**
     * Metadata of an authorization server (RFC 8414); an absent list of grants would mean the standard's own. There is no
     * authorization endpoint yet, so that no response type is named.
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IssuerMetadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("response_types_supported") List<String> responseTypesSupported,
            @JsonProperty("grant_types_supported") List<String> grantTypesSupported,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> tokenEndpointAuthMethodsSupported,

            @JsonProperty("token_endpoint_auth_signing_alg_values_supported")
            List<String> tokenEndpointAuthSigningAlgValuesSupported,

            @JsonProperty("revocation_endpoint_auth_methods_supported")
            List<String> revocationEndpointAuthMethodsSupported,

            @JsonProperty("revocation_endpoint_auth_signing_alg_values_supported")
            List<String> revocationEndpointAuthSigningAlgValuesSupported,

            @JsonProperty("ui_locales_supported") List<String> uiLocalesSupported,
            @JsonProperty("service_documentation") String serviceDocumentation) {}
}
